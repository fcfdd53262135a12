package org.specimen.resolve;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;

/** All that is asked of one distribution, gathered while the requirements are walked. */
final class Demand {

    /** One wish, and who has it: the project itself where {@code by} is empty. */
    record Wish(Requirement requirement, Optional<PackageName> by) {}

    private final PackageName name;
    private final Set<Wish> wishes = new LinkedHashSet<>();
    private final Set<TargetPlatform> platforms = EnumSet.noneOf(TargetPlatform.class);
    private final NavigableSet<Extra> extras = new TreeSet<>();

    Demand(PackageName name) {
        this.name = name;
    }

    void add(Wish wish, TargetPlatform platform) {
        wishes.add(wish);
        platforms.add(platform);
        extras.addAll(wish.requirement().extras());
    }

    PackageName name() {
        return name;
    }

    List<Wish> wishes() {
        return List.copyOf(wishes);
    }

    Set<TargetPlatform> platforms() {
        return platforms;
    }

    NavigableSet<Extra> extras() {
        return extras;
    }

    boolean isDirect() {
        return wishes.stream().anyMatch(wish -> wish.by().isEmpty());
    }

    NavigableSet<PackageName> via() {
        NavigableSet<PackageName> parents = new TreeSet<>();
        wishes.forEach(wish -> wish.by().ifPresent(parents::add));
        return parents;
    }

    /** What everybody asks for together. */
    SpecifierSet specifiers() {
        return together(wishes);
    }

    /** What the project itself asks for. */
    SpecifierSet directSpecifiers() {
        return together(wishes.stream().filter(wish -> wish.by().isEmpty()).toList());
    }

    private static SpecifierSet together(Collection<Wish> wishes) {
        return SpecifierSet.of(wishes.stream()
                .flatMap(wish -> wish.requirement().specifiers().specifiers().stream())
                .toList());
    }
}
