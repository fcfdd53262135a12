package org.specimen.plan;

import java.util.Optional;
import org.specimen.conda.VersionSpec;
import org.specimen.python.SpecifierSet;

/** Says in PEP 440's words what a conda specification asks of a version, where those words can say it. */
final class CondaSpecifiers {

    private CondaSpecifiers() {}

    /**
     * The same demand as specifiers.
     *
     * @return empty where there are alternatives, patterns, or a version that is none by PEP 440
     */
    static Optional<SpecifierSet> of(VersionSpec spec) {
        if (spec instanceof VersionSpec.Any) {
            return Optional.of(SpecifierSet.ANY);
        }
        if (spec instanceof VersionSpec.Relation relation) {
            return parse(relation.comparison().symbol() + relation.version());
        }
        if (spec instanceof VersionSpec.Prefix prefix) {
            return parse((prefix.isNegated() ? "!=" : "==") + prefix.prefix() + ".*");
        }
        if (spec instanceof VersionSpec.Compatible compatible) {
            return parse("~=" + compatible.limit());
        }
        if (spec instanceof VersionSpec.AllOf all) {
            Optional<SpecifierSet> together = Optional.of(SpecifierSet.ANY);
            for (VersionSpec term : all.terms()) {
                Optional<SpecifierSet> next = of(term);
                together = together.flatMap(before -> next.map(before::and));
            }
            return together;
        }
        return Optional.empty();
    }

    private static Optional<SpecifierSet> parse(String text) {
        try {
            return Optional.of(SpecifierSet.parse(text));
        } catch (IllegalArgumentException notByPep440) {
            return Optional.empty();
        }
    }
}
