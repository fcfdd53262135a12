package org.specimen.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.Months;
import org.specimen.index.PackageIndex;
import org.specimen.python.PackageName;
import org.specimen.python.Version;
import org.specimen.resolve.Supply.NeedsSource;

/** Sentences that tell a person what is not certain about pins. */
final class PinNotes {

    private PinNotes() {}

    /** A word on a Python that gets no more fixes. */
    static List<String> endOfLife(Version python, Catalogue catalogue) {
        return catalogue
                .pythonReleases()
                .find(python.toString())
                .filter(release -> !release.endOfLife().isAfter(catalogue.date()))
                .map(release -> "Python " + release.minor() + " reached its end of life in "
                        + Months.named(release.endOfLife()) + ": it gets no fixes any more, not even for security.")
                .or(() -> Optional.of(python)
                        .filter(version -> catalogue
                                .pythonReleases()
                                .find(version.toString())
                                .isEmpty())
                        .map(version -> "Nothing is known of Python " + version + " but that the project asks for it."))
                .map(List::of)
                .orElse(List.of());
    }

    /** Where these pins come from, and how sure it is that they go together. */
    static String source(PackageIndex index, Assurance assurance) {
        return ("These versions come from " + index.title() + ". " + assurance.summary()).strip();
    }

    static List<String> clashes(Assurance assurance) {
        return assurance.clashes().stream().map(Assurance.Clash::sentence).toList();
    }

    static List<String> unverified(Collection<Choice> choices) {
        return told(
                choices,
                choice -> choice.candidate().fit() != PythonFit.ADMITS,
                "Unverified, because it is not known whether they run on this Python: ");
    }

    static List<String> needsUnknown(Collection<Choice> choices) {
        return told(
                choices,
                choice -> choice.source() == NeedsSource.NOBODY,
                "What these need in turn is not known and not pinned, so pip will choose it: ");
    }

    /** Releases that were withdrawn, with the reason that was given (PEP 592). */
    static List<String> withdrawn(Collection<Choice> choices) {
        return choices.stream()
                .flatMap(choice -> choice.candidate().release().yanked().stream()
                        .map(reason -> choice.demand().name() + " "
                                + choice.candidate().version()
                                + " was withdrawn by its authors"
                                + (reason.isBlank() ? "" : " (" + reason.strip() + ")")
                                + " and is taken because it is asked for by its number."))
                .toList();
    }

    /** Releases that have to be built on a platform, which hashes do not cover. */
    static List<String> withoutWheels(Collection<Choice> choices) {
        return choices.stream()
                .flatMap(choice -> choice.withoutWheel().isEmpty()
                        ? Stream.empty()
                        : Stream.of(choice.demand().name() + " "
                                + choice.candidate().version() + " has no wheel for "
                                + choice.withoutWheel().stream()
                                        .map(TargetPlatform::label)
                                        .collect(Collectors.joining(", "))
                                + ": pip builds it there, for which a compiler may be needed. Another version, Conda or"
                                + " Docker spares that."))
                .toList();
    }

    /** Releases that were passed over because what they say of themselves cannot be understood. */
    static List<String> unusable(Set<String> releases) {
        return releases.isEmpty()
                ? List.of()
                : List.of("Passed over, because what they need cannot be read: " + String.join("; ", releases) + ".");
    }

    private static List<String> told(Collection<Choice> choices, Predicate<Choice> which, String sentence) {
        List<String> names = choices.stream()
                .filter(which)
                .map(choice -> choice.demand().name() + " " + choice.candidate().version())
                .toList();
        return names.isEmpty() ? List.of() : List.of(sentence + String.join(", ", names) + ".");
    }

    static String names(Collection<PackageName> names) {
        return String.join(", ", names.stream().map(PackageName::value).toList());
    }
}
