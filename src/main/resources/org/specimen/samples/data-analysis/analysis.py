"""Does light change how tall bean seedlings grow in three weeks?

Run it with ``python analysis.py``. It prints every number of the README and writes
``results/summary.csv`` and ``results/heights.png``.
"""

from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # draw into files; no display is needed

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

SEED = 22
SAMPLE_SIZE = 1_000
RESAMPLES = 2_000
LIGHT_LEVELS = ["shade", "window", "lamp"]

PROJECT = Path(__file__).resolve().parent
DATA = PROJECT / "data" / "seedlings.csv"
RESULTS = PROJECT / "results"


def draw_sample(rng):
    """Draw 1,000 standard normal values: the warm-up that shows whether the seed holds."""
    return rng.normal(loc=0.0, scale=1.0, size=SAMPLE_SIZE)


def read_seedlings(path=DATA):
    """Read the seedlings, with the light levels in their natural order rather than by alphabet."""
    seedlings = pd.read_csv(path)
    seedlings["light"] = pd.Categorical(seedlings["light"], LIGHT_LEVELS, ordered=True)
    return seedlings


def summarise(seedlings):
    """Number, mean and sample standard deviation (n - 1) of the height in mm for each light level."""
    heights = seedlings.groupby("light", observed=True)["height_mm"]
    return heights.agg(["count", "mean", "std"]).round(1)


def bootstrap_difference(seedlings, rng, first="lamp", second="shade"):
    """Difference of two mean heights in mm, with a 95 % percentile bootstrap interval."""
    a = seedlings.loc[seedlings["light"] == first, "height_mm"].to_numpy()
    b = seedlings.loc[seedlings["light"] == second, "height_mm"].to_numpy()
    resampled_a = rng.choice(a, size=(RESAMPLES, a.size)).mean(axis=1)
    resampled_b = rng.choice(b, size=(RESAMPLES, b.size)).mean(axis=1)
    low, high = np.percentile(resampled_a - resampled_b, [2.5, 97.5])
    return a.mean() - b.mean(), low, high


def plot_heights(seedlings, path):
    """Draw one box for each light level, with every seedling as a dot."""
    groups = [seedlings.loc[seedlings["light"] == level, "height_mm"] for level in LIGHT_LEVELS]
    positions = range(1, len(groups) + 1)
    figure, axes = plt.subplots(figsize=(5, 4))
    axes.boxplot(groups, positions=positions, showfliers=False)
    for position, heights in zip(positions, groups):
        axes.plot([position] * len(heights), heights, "o", alpha=0.5)
    axes.set_xticks(positions)
    axes.set_xticklabels(LIGHT_LEVELS)
    axes.set_xlabel("light")
    axes.set_ylabel("height after 21 days (mm)")
    figure.tight_layout()
    figure.savefig(path, dpi=150)
    plt.close(figure)


def main():
    rng = np.random.default_rng(SEED)
    RESULTS.mkdir(exist_ok=True)

    sample = draw_sample(rng)
    print(f"{SAMPLE_SIZE} normals, seed {SEED}")
    print(f"  mean               {sample.mean():.4f}")
    print(f"  standard deviation {sample.std(ddof=1):.4f}")

    seedlings = read_seedlings()
    summary = summarise(seedlings)
    print("\nheight of the seedlings (mm)")
    print(summary.to_string())

    difference, low, high = bootstrap_difference(seedlings, rng)
    print(f"\nlamp minus shade: {difference:.1f} mm, 95 % interval {low:.1f} to {high:.1f} mm")

    summary.to_csv(RESULTS / "summary.csv")
    plot_heights(seedlings, RESULTS / "heights.png")
    print(f"\nwritten to {RESULTS.name}/: summary.csv, heights.png")


if __name__ == "__main__":
    main()
