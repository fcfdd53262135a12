package org.specimen.app;

import org.specimen.files.Comparison;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.resolve.Lockfile;

/**
 * A set of files, ready to be looked at and written.
 *
 * @param advice what the stack rests on
 * @param comparison what writing it would change
 */
public record Preview(Advice advice, EnvironmentPlan plan, Lockfile lock, Comparison comparison) {}
