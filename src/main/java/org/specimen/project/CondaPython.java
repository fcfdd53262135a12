package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.conda.VersionSpec;
import org.specimen.python.Specifier;
import org.specimen.python.SpecifierSet;

/** The Pythons that a conda specification admits, as PEP 440 says it. */
final class CondaPython {

    private CondaPython() {}

    /** Empty if it admits any, or says so in a way that PEP 440 has not, as with "or". */
    static Optional<SpecifierSet> specifiers(VersionSpec version) {
        List<Specifier> specifiers = new ArrayList<>();
        for (String term : version.toString().split(",", -1)) {
            Optional<Specifier> specifier = specifier(term.strip());
            if (specifier.isEmpty()) {
                return Optional.empty();
            }
            specifiers.add(specifier.get());
        }
        return Optional.of(SpecifierSet.of(specifiers));
    }

    private static Optional<Specifier> specifier(String term) {
        // conda ignores the star behind an ordered comparison
        String bare = term.startsWith("<") || term.startsWith(">") ? withoutStar(term) : term;
        if (!bare.isEmpty() && Character.isDigit(bare.charAt(0))) {
            return Specifier.tryParse("==" + bare);
        }
        if (bare.startsWith("=") && !bare.startsWith("==")) {
            String prefix = withoutStar(bare.substring(1));
            boolean patch = prefix.chars().filter(c -> c == '.').count() > 1;
            return Specifier.tryParse("==" + prefix + (patch ? "" : ".*"));
        }
        return Specifier.tryParse(bare);
    }

    private static String withoutStar(String term) {
        return term.endsWith(".*") ? term.substring(0, term.length() - 2) : term;
    }
}
