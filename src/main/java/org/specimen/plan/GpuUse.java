package org.specimen.plan;

import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.project.ProjectFacts;
import org.specimen.project.ProjectFacts.GpuNeed;

/** Whether a project computes on an NVIDIA GPU. */
public final class GpuUse {

    private GpuUse() {}

    /** What was answered, or else what was planned or the code shows. */
    public static boolean of(EnvironmentPlan plan, ProjectFacts facts) {
        GpuNeed found = facts.gpu().need();
        boolean plansCuda =
                plan.stack() == Stack.DOCKER_CONDA && plan.options().cuda().isPresent();
        return switch (plan.answers().one(Question.GPU).orElse("")) {
            case "wheels", "cuda" -> true;
            case "none", "mps" -> false;
            default -> plansCuda || found == GpuNeed.WHEELS || found == GpuNeed.CUDA;
        };
    }
}
