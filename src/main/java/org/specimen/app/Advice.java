package org.specimen.app;

import java.util.Optional;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Situation;
import org.specimen.project.ProjectFacts;

/**
 * What fits, with all that it rests on.
 *
 * @param facts empty where there is no project yet
 */
public record Advice(Optional<ProjectFacts> facts, Situation situation, Recommendation recommendation) {}
