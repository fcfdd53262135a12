"""Command line: ``python -m spirals --config configs/default.yaml``."""

import argparse
import json
import platform
from pathlib import Path

import numpy as np
import torch
import yaml

from spirals.data import make_spirals, split
from spirals.model import SpiralNetwork
from spirals.reproducible import choose_device, seed_everything
from spirals.training import accuracy, train


def run(config):
    """Run one experiment and return its metrics, ready for JSON."""
    seed_everything(config["seed"])
    device = choose_device(config["device"])

    data = config["data"]
    points, arms = make_spirals(
        data["arms"], data["points_per_arm"], data["noise"], np.random.default_rng(config["seed"])
    )
    train_set, test_set = split(points, arms, data["test_share"], np.random.default_rng(config["seed"] + 1))

    model = SpiralNetwork(config["model"]["hidden_units"], data["arms"]).to(device)
    losses = train(model, train_set, device=device, **config["training"])
    return {
        "config": config,
        "test_accuracy": round(accuracy(model, test_set, device), 4),
        "train_accuracy": round(accuracy(model, train_set, device), 4),
        "loss_by_epoch": [round(loss, 4) for loss in losses],
        "made_with": {
            "device": str(device),
            "gpu": torch.cuda.get_device_name(device) if device.type == "cuda" else None,
            "cuda": torch.version.cuda,
            "python": platform.python_version(),
            "numpy": np.__version__,
            "torch": torch.__version__,
        },
    }


def main():
    parser = argparse.ArgumentParser(prog="train-spirals", description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("configs/default.yaml"))
    parser.add_argument("--output", type=Path, default=Path("results/metrics.json"))
    arguments = parser.parse_args()

    config = yaml.safe_load(arguments.config.read_text(encoding="utf-8"))
    metrics = run(config)

    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(metrics, indent=2) + "\n", encoding="utf-8")
    print(f"device         {metrics['made_with']['device']}")
    print(f"final loss     {metrics['loss_by_epoch'][-1]:.4f}")
    print(f"train accuracy {metrics['train_accuracy']:.4f}")
    print(f"test accuracy  {metrics['test_accuracy']:.4f}")
    print(f"written to     {arguments.output}")


if __name__ == "__main__":
    main()
