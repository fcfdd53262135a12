package org.specimen.project;

import java.util.ArrayList;
import java.util.List;

/**
 * Versions that lock and constraints files fix. They add no packages by themselves, but where a lock stands with no list
 * that a person wrote, it is the list.
 */
record Locks(List<Declaration> fixed) {

    /** @param specs a lock without a list becomes one itself */
    static Locks of(List<SpecFacts> specs) {
        List<Declaration> fixed = new ArrayList<>();
        for (SpecFacts facts : specs) {
            if (facts.limits || isGoverned(facts, specs)) {
                fixed.addAll(facts.fixed);
            } else {
                Role role = Roles.of(facts.file);
                facts.fixed.forEach(declaration -> CondaWish.addListed(declaration, role, facts));
                facts.fixed.clear();
            }
        }
        return new Locks(fixed);
    }

    /** Whether a person's list stands in the folder of the lock or further down. */
    private static boolean isGoverned(SpecFacts lock, List<SpecFacts> specs) {
        String folder = lock.file.substring(0, lock.file.lastIndexOf('/') + 1);
        return specs.stream()
                .filter(facts -> facts.file.startsWith(folder))
                .anyMatch(facts -> facts.wishes.stream().anyMatch(wish -> !wish.listed()));
    }
}
