package org.specimen.proof.docker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.specimen.advice.Answers;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Frozen;
import org.specimen.plan.Options;
import org.specimen.proof.MakeRequest;
import org.specimen.python.Version;

/** Plans and requests by few words. */
final class Plans {

    private Plans() {}

    static EnvironmentPlan named(String name, TargetPlatform... platforms) {
        return new EnvironmentPlan(
                name,
                Answers.NONE,
                Stack.DOCKER,
                Version.parse("3.11.16"),
                platforms.length == 0 ? Set.of(TargetPlatform.LINUX_X86_64) : Set.of(platforms),
                List.of(),
                List.of(),
                List.of(),
                Options.DEFAULT,
                new TreeMap<>(),
                Map.of(),
                Frozen.NOTHING);
    }

    static MakeRequest request(java.nio.file.Path folder, String name) {
        return new MakeRequest(folder, named(name), Optional.empty(), List.of(), false, Optional.empty());
    }
}
