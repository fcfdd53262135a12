package org.specimen.project;

import org.specimen.conda.CondaName;
import org.specimen.conda.MatchSpec;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.project.SpecFacts.Wish;

/** What a file or {@code conda install} asks conda for. */
final class CondaWish {

    private CondaWish() {}

    /** Adds it to what the file asks for; what conda would refuse is none. */
    static void add(String word, Evidence evidence, Role role, SpecFacts facts) {
        try {
            add(MatchSpec.parse(word), evidence, "", role, false, facts);
        } catch (IllegalArgumentException noPackage) {
            // a word of a command need not be a package
        }
    }

    /** Python itself is no package of the project but the Python that it runs on. */
    static void add(MatchSpec spec, Evidence evidence, String comment, Role role, boolean listed, SpecFacts facts) {
        boolean python =
                spec.exactName().map(CondaName::value).filter("python"::equals).isPresent();
        if (python) {
            CondaPython.specifiers(spec.version())
                    .ifPresent(specifiers -> facts.pythons.add(new PythonWish(specifiers, evidence)));
        } else {
            facts.wishes.add(new Wish(new Declaration.Conda(spec, evidence, comment), role, listed));
        }
    }

    /** What a lock fixes, as something that may be there only because something else needs it. */
    static void addListed(Declaration declaration, Role role, SpecFacts facts) {
        if (declaration instanceof Declaration.Conda conda) {
            add(conda.spec(), conda.evidence(), "", role, true, facts);
        } else {
            facts.wishes.add(new Wish(declaration, role, true));
        }
    }
}
