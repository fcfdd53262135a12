package org.specimen.catalogue;

/** How a distribution uses a graphics processor. */
public enum GpuUse {
    /** It does not, or nothing is known of it. */
    NONE,
    /** Its wheels bring their own CUDA libraries: the driver on the host is enough. */
    WHEELS,
    /** It needs a CUDA toolkit of a fixed version, or compiles code for the GPU. */
    CUDA
}
