package org.specimen.app;

import org.specimen.plan.EnvironmentPlan;
import org.specimen.resolve.Lockfile;

/**
 * An environment with its exact releases, before anything is said of files.
 *
 * @param advice what the stack rests on
 */
public record Proposal(Advice advice, EnvironmentPlan plan, Lockfile lock) {}
