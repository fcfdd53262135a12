package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaName;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

/**
 * Who installs what: conda takes each package that its channels have for every platform, as it is asked for and for the
 * Python; pip takes the others.
 *
 * @param conda what conda installs, each with its specification
 * @param pip what pip installs, each with the reason
 */
record Assignment(Map<Requirement, MatchSpec> conda, Map<Requirement, Reason> pip) {

    /** Why pip installs something, in words that go behind a colon. */
    enum Reason {
        ASKED(""),
        ABSENT("Left to pip, because %s has no package of that name"),
        NOT_EVERYWHERE("Left to pip, because %s does not have them for every platform"),
        NOT_THIS("Left to pip, because %s has no version of them that is what is asked for and runs on this Python on"
                + " every platform"),
        EXTRAS("Left to pip, because conda knows no extras"),
        SOME_PLATFORMS(
                "Left to pip, because they are for some of the platforms only, which environment.yml cannot say"),
        UNFIT("Left to pip, because what they need cannot be had together from %s");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** A sentence that tells it of some packages; empty where nobody needs to be told. */
        Optional<String> tell(String channels, List<PackageName> names) {
            return words.isEmpty() || names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(words.formatted(channels) + ": " + PinNotes.names(names) + ".");
        }
    }

    Assignment {
        conda = Collections.unmodifiableMap(new LinkedHashMap<>(conda));
        pip = Collections.unmodifiableMap(new LinkedHashMap<>(pip));
    }

    static Assignment of(CondaRequest request, CondaVersion python, OpenChannels channels, Catalogue catalogue) {
        Map<TargetPlatform, MarkerEnvironment> environments = Environments.of(request.python(), request.platforms());
        Map<Requirement, MatchSpec> conda = new LinkedHashMap<>();
        Map<Requirement, Reason> pip = new LinkedHashMap<>();
        for (Requirement requirement : request.requirements()) {
            long places = environments.values().stream()
                    .filter(environment -> requirement.appliesTo(environment, Set.of()))
                    .count();
            if (requirement.url().isPresent() || places == 0) {
                continue;
            }
            MatchSpec spec = spec(requirement, request, channels, catalogue);
            Optional<Reason> reason =
                    reason(requirement, spec, places < environments.size(), request, python, channels);
            if (reason.isPresent()) {
                pip.put(requirement, reason.get());
            } else {
                conda.put(requirement, spec);
            }
        }
        return new Assignment(conda, pip);
    }

    private static MatchSpec spec(
            Requirement requirement, CondaRequest request, OpenChannels channels, Catalogue catalogue) {
        CondaName wanted = request.names().get(requirement.name());
        String name = wanted != null
                ? wanted.value()
                : catalogue
                        .condaName(requirement.name())
                        .orElse(requirement.name().value());
        MatchSpec spec = CondaWish.of(name, requirement.specifiers());
        boolean isOpen = spec.channel().isEmpty()
                || channels.channels().stream().anyMatch(spec.channel().get()::matches);
        return isOpen ? spec : CondaWish.of(spec.exactName().orElseThrow().value(), requirement.specifiers());
    }

    private static Optional<Reason> reason(
            Requirement requirement,
            MatchSpec spec,
            boolean isForSome,
            CondaRequest request,
            CondaVersion python,
            OpenChannels channels) {
        if (request.onlyPip().contains(requirement.name())) {
            return Optional.of(Reason.ASKED);
        }
        if (request.onlyConda().contains(requirement.name())) {
            return Optional.empty();
        }
        if (!requirement.extras().isEmpty()) {
            return Optional.of(Reason.EXTRAS);
        }
        if (isForSome) {
            return Optional.of(Reason.SOME_PLATFORMS);
        }
        String name = spec.exactName().orElseThrow().value();
        if (!channels.hasEverywhere(name)) {
            return Optional.of(channels.hasAnywhere(name) ? Reason.NOT_EVERYWHERE : Reason.ABSENT);
        }
        return channels.everywhere(spec, python).isEmpty() ? Optional.of(Reason.NOT_THIS) : Optional.empty();
    }

    /** The same with some of it left to pip. */
    Assignment leavingToPip(List<Requirement> some) {
        Map<Requirement, MatchSpec> fewer = new LinkedHashMap<>(conda);
        Map<Requirement, Reason> more = new LinkedHashMap<>(pip);
        some.forEach(requirement -> {
            fewer.remove(requirement);
            more.put(requirement, Reason.UNFIT);
        });
        return new Assignment(fewer, more);
    }

    /** The sentences that say what was left to pip and why. */
    List<String> notes(String channels) {
        List<String> notes = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<PackageName> names = pip.entrySet().stream()
                    .filter(entry -> entry.getValue() == reason)
                    .map(entry -> entry.getKey().name())
                    .distinct()
                    .sorted()
                    .toList();
            reason.tell(channels, names).ifPresent(notes::add);
        }
        return notes;
    }
}
