"""Seeds and the choice of a device: what has to be fixed before anything random happens."""

import os
import random

import numpy as np
import torch


def seed_everything(seed):
    """Seed every random generator in use, and ask PyTorch for deterministic algorithms.

    cuBLAS is deterministic only with a fixed workspace, set before CUDA is first used. Even so,
    equal seeds promise equal numbers only on the same kind of device with the same versions.
    """
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    torch.backends.cudnn.benchmark = False
    torch.use_deterministic_algorithms(True)


def choose_device(wish):
    """The device asked for; for ``auto`` an NVIDIA GPU, else Apple's, else the processor."""
    if wish != "auto":
        return torch.device(wish)
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")
