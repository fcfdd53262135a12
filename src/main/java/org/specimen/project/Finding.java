package org.specimen.project;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.specimen.python.PackageName;

/** What comes together about one distribution while the project is read. */
final class Finding {

    final Set<String> imports = new TreeSet<>();
    /** Where it is imported, or used by name. */
    final Set<Evidence> useEvidence = new TreeSet<>();
    /** Where it is asked for. */
    final Set<Evidence> wishEvidence = new TreeSet<>();

    final Set<Role> useRoles = EnumSet.noneOf(Role.class);
    final Set<Role> wishRoles = EnumSet.noneOf(Role.class);
    /** What a person asks for. */
    final List<Declaration> declarations = new ArrayList<>();
    /** What locks fix of it. */
    final List<Declaration> fixed = new ArrayList<>();
    /** What else may provide what is imported. */
    final Set<PackageName> alternatives = new LinkedHashSet<>();
    /** Whether it is used in a folder beside the code of a library, such as its tools. */
    boolean usedBeside;

    /** Whether those that ask for it need it for something else than the code. */
    boolean askedForOthers;

    boolean known;

    /** Whether the code names it as an engine. */
    boolean named;

    void use(Evidence evidence, FilePlace place, boolean optional) {
        useEvidence.add(evidence);
        switch (place) {
            case DEVELOPMENT -> useRoles.add(Role.DEVELOPMENT);
            case BESIDE -> usedBeside = true;
            case PROJECT -> useRoles.add(optional ? Role.OPTIONAL : Role.RUNTIME);
        }
    }

    boolean isUsed() {
        return !useEvidence.isEmpty();
    }

    /** Whether it is asked for, or the code cannot do without it. */
    boolean isNeeded() {
        return !declarations.isEmpty() || useRoles.contains(Role.RUNTIME);
    }

    Confidence confidence() {
        return !declarations.isEmpty() ? Confidence.DECLARED : known ? Confidence.KNOWN : Confidence.GUESSED;
    }
}
