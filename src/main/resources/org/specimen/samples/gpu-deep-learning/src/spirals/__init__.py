"""A small network learns to tell the arms of a spiral apart."""
