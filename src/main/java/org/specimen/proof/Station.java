package org.specimen.proof;

/** The stations of a proof, in their order. A stack that has no use for one skips it. */
public enum Station {
    /** The container engine, the Python or the conda tool that makes the environment. */
    TOOL,
    /** The image that the Dockerfile starts from. */
    BASE_IMAGE,
    /** The environment itself. */
    BUILD,
    /** Every pinned distribution is there, and every import of the scan works. */
    IMPORTS,
    /** The project's command, script or notebook. */
    RUN,
    /** The results, against those that the researcher has. */
    COMPARE,
    /** What is kept of the proof. */
    REPORT
}
