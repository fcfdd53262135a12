package org.specimen.project;

import org.specimen.format.RequirementsFile;

/** Gathers what is installed into a container or a hosted notebook. */
record SpecInstalls(SpecFacts facts, Role role) implements Installs {

    @Override
    public void pip(RequirementsFile.Line line, Evidence evidence) {
        // an image holds the project at a place of its own
        boolean own = line instanceof RequirementsFile.Reference reference
                && (reference.target().startsWith(".") || reference.target().startsWith("/"));
        if (!own) {
            new RequirementWishes(facts, role, false).add(line, evidence, "");
        }
    }

    @Override
    public void conda(String word, Evidence evidence) {
        int before = facts.pythons.size();
        CondaWish.add(word, evidence, role, facts);
        facts.pythons
                .subList(before, facts.pythons.size())
                .replaceAll(wish -> new SpecFacts.PythonWish(wish.specifiers(), evidence, SpecFacts.Weight.HAD));
    }

    @Override
    public void system(String name, Evidence evidence) {
        facts.systemPackages.add(new ProjectFacts.SystemPackage(name, evidence));
    }

    @Override
    public void compiled(String module) {
        // what an image compiles, its code has from elsewhere
    }

    @Override
    public void file(String path, FileKind kind, Evidence evidence) {
        facts.includes.addAll(SpecFacts.Include.perhaps(path, kind, evidence));
    }
}
