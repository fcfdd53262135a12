package org.specimen.python;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One dependency: what is wanted, in which versions or from where, and when (PEP 508).
 *
 * @param name the distribution
 * @param extras its extras that are wanted too, in alphabetical order
 * @param specifiers the versions that will do; {@link SpecifierSet#ANY} where there is a URL
 * @param url where to get it, if it does not come from an index; as written
 * @param marker when it is needed, if not always
 */
public record Requirement(
        PackageName name, Set<Extra> extras, SpecifierSet specifiers, Optional<String> url, Optional<Marker> marker) {

    /** @throws IllegalArgumentException if there are both a URL and specifiers */
    public Requirement {
        extras = Collections.unmodifiableSet(new TreeSet<>((Collection<Extra>) extras));
        if (url.isPresent() && !specifiers.isAny()) {
            throw new IllegalArgumentException("a requirement has a URL or versions, not both: " + name);
        }
    }

    /** Any version of a distribution. */
    public static Requirement of(PackageName name) {
        return of(name, SpecifierSet.ANY);
    }

    /** Some versions of a distribution. */
    public static Requirement of(PackageName name, SpecifierSet specifiers) {
        return new Requirement(name, Set.of(), specifiers, Optional.empty(), Optional.empty());
    }

    /**
     * Reads a requirement.
     *
     * @throws IllegalArgumentException if it is not one by PEP 508, with the column and what was expected there
     */
    public static Requirement parse(String text) {
        return new RequirementParser(text).parse();
    }

    public Requirement withSpecifiers(SpecifierSet newSpecifiers) {
        return new Requirement(name, extras, newSpecifiers, url, marker);
    }

    public Requirement withMarker(Optional<Marker> newMarker) {
        return new Requirement(name, extras, specifiers, url, newMarker);
    }

    /**
     * Whether it is needed there, for one of the extras asked for or by itself, see
     * {@link Marker#evaluate(MarkerEnvironment, Set)}.
     *
     * @throws IllegalArgumentException if the marker compares what cannot be compared
     */
    public boolean appliesTo(MarkerEnvironment environment, Set<Extra> requestedExtras) {
        return marker.isEmpty() || marker.get().evaluate(environment, requestedExtras);
    }

    /** The requirement by PEP 508, with normal names and without needless space; {@link #parse} gives its equal. */
    @Override
    public String toString() {
        String wanted =
                extras.isEmpty() ? "" : extras.stream().map(Extra::value).collect(Collectors.joining(",", "[", "]"));
        String source = url.map(address -> " @ " + address + (marker.isPresent() ? " " : ""))
                .orElse("");
        return name
                + wanted
                + specifiers
                + source
                + marker.map(condition -> "; " + condition).orElse("");
    }
}
