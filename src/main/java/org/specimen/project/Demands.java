package org.specimen.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.specimen.project.SpecFacts.Wish;

/** What all files ask for, each as much as its place makes it count. */
final class Demands {

    /** What prepares a container holds tools of its own beside what the code needs. */
    private static final Set<SpecFileKind> CONTAINERS =
            Set.of(SpecFileKind.DOCKERFILE, SpecFileKind.DEV_CONTAINER, SpecFileKind.GITPOD);

    private static final Set<SpecFileKind> APART = Set.of(SpecFileKind.ENVIRONMENT_YML, SpecFileKind.REQUIREMENTS);

    private final List<SpecFacts> specs;
    private final List<CodeFacts> code;
    private final FilePlaces places;
    private final boolean library;

    /** @param library whether the project is a package that is published */
    Demands(List<SpecFacts> specs, List<CodeFacts> code, FilePlaces places, boolean library) {
        this.specs = specs;
        this.code = code;
        this.places = places;
        this.library = library;
    }

    void addTo(AskedPackages asked) {
        Locks.of(specs).fixed().forEach(asked::addFixed);
        boolean listedElsewhere = specs.stream()
                .filter(facts -> !isContainer(facts))
                .flatMap(facts -> facts.wishes.stream())
                .anyMatch(wish -> !wish.listed());
        for (SpecFacts facts : specs) {
            boolean apart = isApart(facts);
            for (Wish wish : facts.wishes) {
                boolean listed = wish.listed() || (listedElsewhere && isContainer(facts));
                asked.add(new Wish(wish.declaration(), role(wish, facts), listed));
                if (apart) {
                    asked.noteApart(wish.declaration().evidence());
                }
            }
        }
        code.forEach(facts -> installs(facts).forEach(asked::add));
    }

    private static boolean isContainer(SpecFacts facts) {
        return facts.kind.filter(CONTAINERS::contains).isPresent();
    }

    private Role role(Wish wish, SpecFacts facts) {
        // what Binder needs beside a library is there to show it
        boolean binder = facts.file.startsWith("binder/") || facts.file.startsWith(".binder/");
        boolean showing = binder || facts.showing.contains(wish.declaration().evidence());
        boolean tool =
                facts.kind.equals(Optional.of(SpecFileKind.SCRIPT)) && places.of(facts.file) != FilePlace.PROJECT;
        return (library && showing) || tool ? Role.DEVELOPMENT : wish.role();
    }

    /** Whether a file lies in a folder of a library that holds no code, and so asks for nothing that the library needs. */
    private boolean isApart(SpecFacts facts) {
        int slash = facts.file.lastIndexOf('/');
        String folder = facts.file.substring(0, slash + 1);
        return library
                && slash > 0
                && facts.kind.filter(APART::contains).isPresent()
                && !folder.toLowerCase(Locale.ROOT).contains("requirements")
                && code.stream().noneMatch(read -> read.file.startsWith(folder));
    }

    private List<Wish> installs(CodeFacts facts) {
        SpecFacts wishes = new SpecFacts(facts.file, Optional.empty());
        Role role = places.of(facts.file) == FilePlace.DEVELOPMENT ? Role.DEVELOPMENT : Role.RUNTIME;
        RequirementWishes pip = new RequirementWishes(wishes, role, false);
        for (CodeFacts.InstallAt install : facts.installs) {
            install.pip().ifPresent(line -> pip.add(line, install.evidence(), ""));
            install.conda().ifPresent(word -> CondaWish.add(word, install.evidence(), role, wishes));
        }
        return wishes.wishes;
    }
}
