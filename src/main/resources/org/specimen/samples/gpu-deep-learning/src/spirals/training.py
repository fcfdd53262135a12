"""The training loop, and how well a model does."""

import torch
from torch import nn
from torch.utils.data import DataLoader


def train(model, dataset, device, epochs, batch_size, learning_rate):
    """Train the model in place; return the mean loss of each epoch."""
    loader = DataLoader(dataset, batch_size=batch_size, shuffle=True)
    optimiser = torch.optim.Adam(model.parameters(), lr=learning_rate)
    loss_function = nn.CrossEntropyLoss()
    losses = []
    model.train()
    for _ in range(epochs):
        total = 0.0
        for points, arms in loader:
            points, arms = points.to(device), arms.to(device)
            optimiser.zero_grad()
            loss = loss_function(model(points), arms)
            loss.backward()
            optimiser.step()
            total += loss.item() * len(points)
        losses.append(total / len(dataset))
    return losses


@torch.no_grad()
def accuracy(model, dataset, device):
    """The share of points whose arm has the highest score, from 0 to 1."""
    model.eval()
    points, arms = (tensor.to(device) for tensor in dataset.tensors)
    return (model(points).argmax(dim=1) == arms).float().mean().item()
