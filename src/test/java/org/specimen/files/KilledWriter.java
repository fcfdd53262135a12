package org.specimen.files;

import java.nio.file.Path;

/** Writes a set of files in a process of its own that stops at a given step, without any cleaning up. */
final class KilledWriter {

    static final int STATUS = 137;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Project project = new Project(Path.of(arguments[0]));
        Comparison comparison = project.replace(
                Project.generated(FileRole.REQUIREMENTS, "numpy==1.26.4\n"),
                Project.generated(FileRole.DOCKERFILE, "FROM python:3.11.9-slim-bookworm\n"),
                Project.generated(FileRole.GUIDE, "# The environment\n"));
        int step = Integer.parseInt(arguments[1]);
        Applier.apply(
                comparison,
                new FailingDisk(
                        step,
                        FailingDisk.Fault.KILLED,
                        () -> Runtime.getRuntime().halt(STATUS)));
    }
}
