package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.Months;
import org.specimen.index.PackageIndex;
import org.specimen.python.PackageName;
import org.specimen.python.Version;
import org.specimen.resolve.Candidate.NeedsSource;
import org.specimen.resolve.Selection.Choice;

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
        List<String> clashes = new ArrayList<>(
                assurance.clashes().stream().map(Assurance.Clash::sentence).toList());
        if (!assurance.settled()) {
            clashes.add("Some of these packages ask for versions of each other that no choice suits. "
                    + "Expect pip to refuse the set, and pin one of them lower.");
        }
        return clashes;
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
                choice -> choice.candidate().source() == NeedsSource.NOBODY,
                "What these need in turn is not known and not pinned, so pip will choose it: ");
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
