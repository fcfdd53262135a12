"""The network."""

from torch import nn


class SpiralNetwork(nn.Sequential):
    """Two hidden layers between a point in the plane and one score for each arm."""

    def __init__(self, hidden_units, arms):
        super().__init__(
            nn.Linear(2, hidden_units),
            nn.ReLU(),
            nn.Linear(hidden_units, hidden_units),
            nn.ReLU(),
            nn.Linear(hidden_units, arms),
        )
