"""Synthetic data: points along the arms of a spiral."""

import numpy as np
import torch
from torch.utils.data import TensorDataset


def make_spirals(arms, points_per_arm, noise, rng):
    """Points in the unit disc, shape (n, 2), and the arm that each belongs to, shape (n,).

    Each arm makes one turn from the centre to the rim; ``noise`` is the standard deviation of
    the angle in radians.
    """
    radius = np.tile(np.linspace(0.05, 1.0, points_per_arm), arms)
    arm = np.repeat(np.arange(arms), points_per_arm)
    angle = 2 * np.pi * (radius + arm / arms) + rng.normal(scale=noise, size=radius.size)
    points = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
    return points.astype(np.float32), arm


def split(points, arms, test_share, rng):
    """Shuffle, then split into a training set and a test set."""
    order = rng.permutation(len(points))
    size = round(len(points) * test_share)

    def dataset(rows):
        return TensorDataset(torch.from_numpy(points[rows]), torch.from_numpy(arms[rows]).long())

    return dataset(order[size:]), dataset(order[:size])
