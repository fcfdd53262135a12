package org.specimen.plan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.specimen.advice.Stack;
import org.specimen.project.Declaration;
import org.specimen.project.FoundPackage;
import org.specimen.python.Extra;
import org.specimen.python.Marker;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Specifier;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Makes one requirement of all that a project's files say of a package. */
final class Wanted {

    private Wanted() {}

    /**
     * What the project wants of a package. A file made for the stack's own tool counts before the others; what another
     * file adds counts as far as it does not exclude a version that is already pinned.
     */
    static Requirement of(FoundPackage found, Stack stack) {
        List<Requirement> wishes = found.declarations().stream()
                .sorted(Comparator.comparing(
                        declaration -> declaration instanceof Declaration.Conda != stack.usesConda()))
                .map(declaration -> requirement(found.name(), declaration))
                .toList();
        Optional<Requirement> reference =
                wishes.stream().filter(wish -> wish.url().isPresent()).findFirst();
        if (reference.isPresent()) {
            return reference.get();
        }
        SpecifierSet specifiers = SpecifierSet.ANY;
        Set<Extra> extras = new TreeSet<>();
        for (Requirement wish : wishes) {
            specifiers = together(specifiers, wish.specifiers());
            extras.addAll(wish.extras());
        }
        return new Requirement(found.name(), extras, specifiers, Optional.empty(), commonMarker(wishes));
    }

    private static Requirement requirement(PackageName name, Declaration declaration) {
        if (declaration instanceof Declaration.Pip pip) {
            return pip.requirement();
        }
        var spec = ((Declaration.Conda) declaration).spec();
        return Requirement.of(name, CondaSpecifiers.of(spec.version()).orElse(SpecifierSet.ANY));
    }

    private static SpecifierSet together(SpecifierSet first, SpecifierSet second) {
        boolean contradicts =
                pinned(first).filter(version -> !second.contains(version, true)).isPresent()
                        || pinned(second)
                                .filter(version -> !first.contains(version, true))
                                .isPresent();
        return contradicts ? first : first.and(second);
    }

    /** The version that is asked for with {@code ==}. */
    static Optional<Version> pinned(SpecifierSet specifiers) {
        return specifiers.specifiers().stream()
                .filter(specifier -> specifier.operator() == Specifier.Operator.EQUAL && !specifier.isPrefix())
                .flatMap(specifier -> specifier.parsedVersion().stream())
                .findFirst();
    }

    private static Optional<Marker> commonMarker(List<Requirement> wishes) {
        Set<Optional<Marker>> markers =
                new HashSet<>(wishes.stream().map(Requirement::marker).toList());
        return markers.size() == 1 ? markers.iterator().next() : Optional.empty();
    }
}
