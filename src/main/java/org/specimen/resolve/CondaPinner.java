package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.Comparison;
import org.specimen.conda.CondaName;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.VersionSpec;
import org.specimen.index.CondaChannel;
import org.specimen.index.CondaChannel.ChannelVersion;
import org.specimen.index.PackageIndex;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.resolve.Lockfile.CondaPackage;
import org.specimen.resolve.Lockfile.PipPackage;
import org.specimen.resolve.Selection.Chosen;
import org.specimen.task.Progress;

/**
 * Pins what conda installs, from what is known of a channel: the newest version that was seen for every chosen platform.
 * What the channel does not have is left to pip.
 */
public final class CondaPinner {

    private final CondaChannel channel;
    private final PackageIndex index;
    private final Catalogue catalogue;

    public CondaPinner(CondaChannel channel, PackageIndex index, Catalogue catalogue) {
        this.channel = channel;
        this.index = index;
        this.catalogue = catalogue;
    }

    /**
     * Pins everything that conda and pip are to install.
     *
     * @throws NoSolution if there is no version of something that the project asks for
     */
    public Lockfile.Conda pin(CondaRequest request, Progress progress) {
        index.expect(request.requirements().stream().map(Requirement::name).toList());
        NavigableMap<PackageName, NavigableMap<Version, CondaVersion>> onChannel = new TreeMap<>();
        for (Requirement requirement : request.requirements()) {
            progress.checkCancelled();
            NavigableMap<Version, CondaVersion> seen = seen(requirement.name(), request);
            if (belongsToConda(requirement, seen, request)) {
                onChannel.put(requirement.name(), seen);
            }
        }
        Setting setting = setting(request, request.python(), onChannel, progress);
        Chosen chosen = new Refusals(catalogue, index, request.python())
                .chosen(
                        Selection.choose(setting),
                        request.specs().stream()
                                .filter(spec -> pin(spec, request).isEmpty())
                                .map(spec -> refusal(spec, request))
                                .toList(),
                        clash -> new Conflicts(
                                        setting, catalogue, python -> setting(request, python, onChannel, progress))
                                .of(clash));

        List<CondaPackage> conda = new ArrayList<>(request.specs().stream()
                .flatMap(spec -> pin(spec, request).stream())
                .toList());
        List<PipPackage> pip = new ArrayList<>();
        for (Choice choice : chosen.choices()) {
            PackageName name = choice.demand().name();
            NavigableMap<Version, CondaVersion> seen = onChannel.get(name);
            if (seen != null) {
                conda.add(pinned(choice, seen, request));
            } else if (choice.demand().isDirect()) {
                pip.add(PipPinner.pinned(choice, setting.environments()).withoutHashes());
            }
        }
        conda.sort(Comparator.comparing(CondaPackage::name));
        var assurance = Assurance.of(
                request.python(), chosen.choices(), conda.size() + pip.size(), unconfirmed(conda, pip), false);
        return new Lockfile.Conda(
                request.python(),
                request.platforms(),
                conda,
                pip,
                request.requirements().stream()
                        .filter(requirement -> requirement.url().isPresent())
                        .toList(),
                assurance,
                notes(request, chosen, conda, pip, assurance));
    }

    private static int unconfirmed(List<CondaPackage> conda, List<PipPackage> pip) {
        return (int) (conda.stream().filter(pinned -> !pinned.verified()).count()
                + pip.stream().filter(pinned -> !pinned.verified()).count());
    }

    private String nameOf(PackageName distribution, CondaRequest request) {
        CondaName wanted = request.names().get(distribution);
        return wanted != null ? wanted.value() : channel.nameOf(distribution).orElse(distribution.value());
    }

    /** The versions seen for every platform of the request that can be compared with those of PyPI. */
    private NavigableMap<Version, CondaVersion> seen(PackageName name, CondaRequest request) {
        NavigableMap<Version, CondaVersion> seen = new TreeMap<>(Comparator.reverseOrder());
        channel.versions(nameOf(name, request)).stream()
                .filter(version -> version.platforms().containsAll(request.platforms()))
                .map(ChannelVersion::version)
                .forEach(version ->
                        Version.tryParse(version.toString()).ifPresent(python -> seen.putIfAbsent(python, version)));
        return seen;
    }

    /**
     * Conda takes what it has in a version that was asked for, and what the person wants from conda in a version that
     * they name; it knows no extras and installs from no address.
     */
    private static boolean belongsToConda(
            Requirement requirement, NavigableMap<Version, CondaVersion> seen, CondaRequest request) {
        if (requirement.url().isPresent() || request.onlyPip().contains(requirement.name())) {
            return false;
        }
        boolean asAsked = !requirement.specifiers().filter(seen.keySet()).isEmpty();
        return request.onlyConda().contains(requirement.name())
                ? asAsked
                        || OnFaith.named(requirement.specifiers().specifiers()).isPresent()
                : asAsked && requirement.extras().isEmpty();
    }

    private Setting setting(
            CondaRequest request,
            Version python,
            Map<PackageName, NavigableMap<Version, CondaVersion>> onChannel,
            Progress progress) {
        return new Setting(
                python,
                Environments.of(python, request.platforms()),
                request.requirements(),
                new ChannelSupply(new IndexSupply(index, catalogue, python, request.platforms()), request, onChannel),
                request.kept(),
                progress);
    }

    private CondaPackage pinned(Choice choice, NavigableMap<Version, CondaVersion> seen, CondaRequest request) {
        PackageName name = choice.demand().name();
        Version version = choice.candidate().version();
        CondaVersion known = seen.get(version);
        return new CondaPackage(
                nameOf(name, request),
                Optional.of(name),
                known == null ? CondaVersion.parse(version.toString()) : known,
                channel.channelOf(nameOf(name, request)),
                Optional.empty(),
                known != null && choice.candidate().fit() != PythonFit.DOUBTFUL);
    }

    private Refusal refusal(MatchSpec spec, CondaRequest request) {
        String name = spec.exactName().map(CondaName::value).orElse(spec.toString());
        List<String> others = seenEverywhere(spec, request)
                .map(CondaVersion::toString)
                .limit(1)
                .toList();
        String example = others.isEmpty() ? "1.2.3" : others.get(0);
        return new Refusal(
                name,
                others.isEmpty() ? Refusal.Kind.UNKNOWN_NAME : Refusal.Kind.NO_SUCH_VERSION,
                asked(spec)
                        + ": no such version of it is known on conda. Write the version you use behind the name, as in "
                        + name + "=" + example + ", or leave it out.",
                others);
    }

    /** As a person reads it, without conda's brackets. */
    private static String asked(MatchSpec spec) {
        return spec.exactName()
                .map(CondaName::value)
                .map(name -> spec.channel().map(channel -> channel + "::").orElse("") + name)
                .map(name -> spec.version().toString().equals("*") ? name : name + " " + spec.version())
                .orElse(spec.toString());
    }

    /** The versions on the channel for every platform, newest first, of what is no Python distribution. */
    private Stream<CondaVersion> seenEverywhere(MatchSpec spec, CondaRequest request) {
        return spec.exactName()
                        .filter(name -> from(spec).equals(channel.channelOf(name.value())))
                        .isPresent()
                ? spec.exactName().map(CondaName::value).stream()
                        .flatMap(name -> channel.versions(name).stream())
                        .filter(version -> version.platforms().containsAll(request.platforms()))
                        .map(ChannelVersion::version)
                : Stream.empty();
    }

    private String from(MatchSpec spec) {
        return spec.channel()
                .map(Object::toString)
                .or(() -> spec.exactName().map(name -> channel.channelOf(name.value())))
                .orElse(channel.name());
    }

    /** Pins what is no Python distribution. */
    private Optional<CondaPackage> pin(MatchSpec spec, CondaRequest request) {
        Optional<String> name = spec.exactName().map(CondaName::value);
        Optional<CondaVersion> seen =
                seenEverywhere(spec, request).filter(spec.version()::matches).findFirst();
        Optional<String> build =
                Optional.of(spec.build()).filter(wanted -> !wanted.matchesAll()).map(Object::toString);
        return seen.or(() -> exactVersion(spec.version()))
                .flatMap(version -> name.map(wanted ->
                        new CondaPackage(wanted, Optional.empty(), version, from(spec), build, seen.isPresent())));
    }

    /** A version that the person pinned is taken on faith: what was not seen may exist. */
    private static Optional<CondaVersion> exactVersion(VersionSpec spec) {
        return spec instanceof VersionSpec.Relation relation && relation.comparison() == Comparison.EQUAL
                ? Optional.of(relation.version())
                : Optional.empty();
    }

    private List<String> notes(
            CondaRequest request, Chosen chosen, List<CondaPackage> conda, List<PipPackage> pip, Assurance assurance) {
        List<String> notes = new ArrayList<>();
        notes.add(PinNotes.source(index, assurance));
        notes.addAll(PinNotes.endOfLife(request.python(), catalogue));
        String unverified = conda.stream()
                .filter(pinned -> !pinned.verified())
                .map(pinned -> pinned.name() + " " + pinned.version())
                .collect(Collectors.joining(", "));
        if (!unverified.isEmpty()) {
            notes.add("Unverified, because this version was not seen on " + channel.name()
                    + " for every platform, or not with this Python: " + unverified + ".");
        }
        notes.addAll(PinNotes.unverified(chosen.choices().stream()
                .filter(choice -> pip.stream()
                        .anyMatch(pinned -> pinned.name().equals(choice.demand().name())))
                .toList()));
        List<PackageName> notSeen = pip.stream()
                .map(PipPackage::name)
                .filter(name -> !request.onlyPip().contains(name))
                .toList();
        if (!notSeen.isEmpty()) {
            notes.add("Left to pip, because " + channel.name()
                    + " was not seen to have them in the version, or with the extras, that is asked for: "
                    + PinNotes.names(notSeen) + ".");
        }
        notes.addAll(PinNotes.clashes(assurance));
        return notes;
    }
}
