package org.specimen.app;

import java.nio.file.Path;
import java.util.Optional;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.project.ProjectFacts;

/**
 * A project that was opened and read.
 *
 * @param facts what its folder tells
 * @param plan what was decided for it before; empty the first time
 * @param planText the file that {@code plan} was read from, to the letter
 */
public record Project(Path folder, ProjectFacts facts, Optional<EnvironmentPlan> plan, Optional<String> planText) {}
