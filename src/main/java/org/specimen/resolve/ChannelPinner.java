package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaName;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.index.PackageIndex;
import org.specimen.problem.Conflict;
import org.specimen.problem.NoSolution;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.CondaLocked.OnPlatform;
import org.specimen.resolve.CondaLocked.PipFile;
import org.specimen.resolve.Lockfile.CondaPackage;
import org.specimen.resolve.Lockfile.PipPackage;
import org.specimen.resolve.Selection.Chosen;
import org.specimen.resolve.conda.JointOutcome;
import org.specimen.resolve.conda.JointProblem;
import org.specimen.resolve.conda.JointSolver;
import org.specimen.task.Progress;

/**
 * Pins what conda and pip install by a solve over the packages of channels, for every platform at once: the same versions
 * of the project's own packages everywhere. Then pip's part, on top of what conda brings.
 */
public final class ChannelPinner {

    /** How often conda solves anew because what pip installs needs other versions. */
    private static final int ROUNDS = 3;

    private final OpenChannels channels;
    private final PackageIndex index;
    private final Catalogue catalogue;
    private final Progress progress;

    /** @param index has what pip installs */
    public ChannelPinner(OpenChannels channels, PackageIndex index, Catalogue catalogue, Progress progress) {
        this.channels = channels;
        this.index = index;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /**
     * Pins everything that conda and pip are to install.
     *
     * @throws NoSolution if something that the project asks for cannot be had
     */
    public Lockfile.Conda pin(ChannelRequest asked) {
        PythonOnChannel python = PythonOnChannel.of(asked, channels);
        CondaRequest request = asked.wanted().withPython(python.version());
        Assignment assignment = Assignment.of(request, python.onChannel(), channels, catalogue);
        CondaInstalled names = new CondaInstalled(catalogue, request.names());
        PipOnTop onTop = new PipOnTop(request, index, catalogue, progress);
        Map<PackageName, SpecifierSet> more = new TreeMap<>();
        for (int round = 1; ; round++) {
            Solved solved = solved(request, asked, python, assignment, more);
            var installed = PipOnTop.installed(solved.records(), names);
            List<Requirement> forPip = List.copyOf(solved.assignment().pip().keySet());
            PipOnTop.Result pip = onTop.choose(forPip, installed);
            if (pip.selection() instanceof Chosen chosen) {
                return lockfile(request, solved, pip, chosen);
            }
            Map<PackageName, SpecifierSet> wishes = onTop.wishes(forPip, broughtEverywhere(installed));
            if (round == ROUNDS || !addNew(more, wishes, installed)) {
                throw onTop.refused(pip, forPip);
            }
            assignment = solved.assignment();
        }
    }

    /** What conda chose, and who installs what then. */
    private record Solved(
            Assignment assignment, List<MatchSpec> specs, Map<TargetPlatform, List<PackageRecord>> records) {}

    private Solved solved(
            CondaRequest request,
            ChannelRequest asked,
            PythonOnChannel python,
            Assignment assignment,
            Map<PackageName, SpecifierSet> more) {
        JointProblem problem = problem(specs(request, python, assignment, more), request, asked, assignment);
        progress.doing("solving for conda", 0, 0);
        JointOutcome outcome = JointSolver.solve(problem, progress);
        if (outcome instanceof JointOutcome.Solved solved) {
            Map<TargetPlatform, List<PackageRecord>> records = new EnumMap<>(TargetPlatform.class);
            channels.platforms()
                    .keySet()
                    .forEach(platform ->
                            records.put(platform, solved.records().getOrDefault(platform.condaPlatform(), List.of())));
            return new Solved(assignment, problem.specs(), records);
        }
        List<Conflict> conflicts = ((JointOutcome.Impossible) outcome).conflicts();
        List<Requirement> unfit = unfit(conflicts, request, python, assignment, problem);
        if (unfit.isEmpty()) {
            throw NoSolution.of(CondaConflicts.named(conflicts, assignment));
        }
        return solved(request, asked, python, assignment.leavingToPip(unfit), more);
    }

    private List<MatchSpec> specs(
            CondaRequest request, PythonOnChannel python, Assignment assignment, Map<PackageName, SpecifierSet> more) {
        Map<String, MatchSpec> specs = new LinkedHashMap<>();
        add(specs, python.spec());
        assignment.conda().values().forEach(spec -> add(specs, spec));
        request.specs().forEach(spec -> add(specs, spec));
        more.forEach((name, specifiers) ->
                add(specs, CondaWish.of(catalogue.condaName(name).orElse(name.value()), specifiers)));
        if (channels.hasEverywhere("pip")) {
            add(specs, MatchSpec.parse("pip"));
        }
        return List.copyOf(specs.values());
    }

    private static void add(Map<String, MatchSpec> specs, MatchSpec spec) {
        specs.putIfAbsent(spec.toString(), spec);
    }

    private JointProblem problem(
            List<MatchSpec> specs, CondaRequest request, ChannelRequest asked, Assignment assignment) {
        Map<Platform, JointProblem.OnPlatform> platforms = new LinkedHashMap<>();
        channels.platforms().forEach((platform, there) -> platforms.put(platform.condaPlatform(), there));
        Map<String, CondaVersion> kept = new HashMap<>();
        assignment
                .conda()
                .forEach((requirement, spec) -> Optional.ofNullable(
                                request.kept().get(requirement.name()))
                        .flatMap(version -> CondaVersion.tryParse(version.toString()))
                        .ifPresent(version ->
                                kept.put(spec.exactName().orElseThrow().value(), version)));
        return new JointProblem(specs, platforms, kept, asked.keptFiles());
    }

    /** What cannot be had from conda beside the Python, even alone, and may come from pip. */
    private List<Requirement> unfit(
            List<Conflict> conflicts,
            CondaRequest request,
            PythonOnChannel python,
            Assignment assignment,
            JointProblem problem) {
        Set<String> blamed = new HashSet<>();
        conflicts.forEach(conflict -> blamed.addAll(conflict.subjects()));
        List<Requirement> unfit = new ArrayList<>();
        assignment.conda().forEach((requirement, spec) -> {
            boolean mayMove = blamed.contains(spec.exactName().orElseThrow().value())
                    && !request.onlyConda().contains(requirement.name())
                    && !index.releases(requirement.name()).isEmpty();
            if (mayMove && !JointSolver.isSolvable(problem.withSpecs(List.of(python.spec(), spec)), progress)) {
                unfit.add(requirement);
            }
        });
        return unfit;
    }

    private static Set<PackageName> broughtEverywhere(Map<TargetPlatform, Map<PackageName, Version>> installed) {
        Set<PackageName> everywhere = new HashSet<>();
        installed.values().forEach(here -> everywhere.addAll(here.keySet()));
        installed.values().forEach(here -> everywhere.retainAll(here.keySet()));
        return everywhere;
    }

    /** Adds what the versions that conda brought do not meet; returns whether there is any such. */
    private static boolean addNew(
            Map<PackageName, SpecifierSet> more,
            Map<PackageName, SpecifierSet> wishes,
            Map<TargetPlatform, Map<PackageName, Version>> installed) {
        boolean any = false;
        for (Map.Entry<PackageName, SpecifierSet> wish : wishes.entrySet()) {
            boolean isMet = installed.values().stream()
                    .allMatch(here -> Optional.ofNullable(here.get(wish.getKey()))
                            .filter(version -> wish.getValue().contains(version, true))
                            .isPresent());
            if (!isMet && !wish.getValue().equals(more.put(wish.getKey(), wish.getValue()))) {
                any = true;
            }
        }
        return any;
    }

    private Lockfile.Conda lockfile(CondaRequest request, Solved solved, PipOnTop.Result pip, Chosen chosen) {
        List<Choice> choices = pip.choices(chosen);
        List<CondaPackage> conda = direct(solved);
        boolean isWhole = pip.isWhole(chosen);
        Optional<Map<TargetPlatform, List<PipFile>>> files =
                isWhole ? pip(request).files(choices) : Optional.empty();
        List<PipPackage> pinned = choices.stream()
                .map(choice -> PipPinner.pinned(choice, pip.setting().environments()))
                .toList();
        if (files.isEmpty()) {
            pinned = pinned.stream().map(PipPackage::withoutHashes).toList();
        }
        var assurance = Assurance.of(
                request.python(),
                choices,
                conda.size() + pinned.size(),
                (int) pinned.stream().filter(one -> !one.verified()).count(),
                isWhole);
        return new Lockfile.Conda(
                request.python(),
                request.platforms(),
                conda,
                pinned,
                request.requirements().stream()
                        .filter(requirement -> requirement.url().isPresent())
                        .toList(),
                assurance,
                notes(request, solved, chosen, choices, files.isPresent(), assurance),
                Optional.of(locked(solved, files.orElse(Map.of()))),
                isWhole);
    }

    private PipOnTop pip(CondaRequest request) {
        return new PipOnTop(request, index, catalogue, progress);
    }

    /** What was asked for, in the version that every platform has. */
    private List<CondaPackage> direct(Solved solved) {
        Map<String, PackageName> distributions = new HashMap<>();
        solved.assignment()
                .conda()
                .forEach((requirement, spec) ->
                        distributions.put(spec.exactName().orElseThrow().value(), requirement.name()));
        Map<String, List<PackageRecord>> byName = solved.records().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(record -> record.name().value()));
        List<CondaPackage> direct = new ArrayList<>();
        solved.specs().stream()
                .flatMap(spec -> spec.exactName().stream())
                .map(CondaName::value)
                .distinct()
                .filter(name -> !name.equals(PythonOnChannel.NAME) && byName.containsKey(name))
                .forEach(name -> {
                    List<PackageRecord> records = byName.getOrDefault(name, List.of());
                    direct.add(new CondaPackage(
                            name,
                            Optional.ofNullable(distributions.get(name)),
                            records.get(0).version(),
                            records.get(0).channel().toString(),
                            BuildVariant.pattern(records).or(() -> build(name, solved)),
                            true));
                });
        direct.sort(Comparator.comparing(CondaPackage::name));
        return direct;
    }

    /** The build that the person insists on. */
    private static Optional<String> build(String name, Solved solved) {
        return solved.specs().stream()
                .filter(spec ->
                        spec.exactName().filter(one -> one.value().equals(name)).isPresent())
                .filter(spec -> !spec.build().matchesAll())
                .map(spec -> spec.build().toString())
                .findFirst();
    }

    private CondaLocked locked(Solved solved, Map<TargetPlatform, List<PipFile>> pip) {
        Map<Platform, OnPlatform> platforms = new LinkedHashMap<>();
        channels.platforms()
                .forEach((platform, there) -> platforms.put(
                        platform.condaPlatform(),
                        new OnPlatform(
                                there.virtual(),
                                solved.records().getOrDefault(platform, List.of()),
                                pip.getOrDefault(platform, List.of()))));
        return new CondaLocked(
                channels.channels().stream().map(Object::toString).toList(), solved.specs(), platforms);
    }

    private List<String> notes(
            CondaRequest request,
            Solved solved,
            Chosen chosen,
            List<Choice> choices,
            boolean hasFiles,
            Assurance assurance) {
        List<String> notes = new ArrayList<>();
        String source = "These versions were solved with the packages of " + channels.title() + " for every platform"
                + (choices.isEmpty() ? "." : ", and pip's part comes from " + index.title() + ".");
        notes.add((source + " " + assurance.summary()).strip());
        notes.addAll(PinNotes.endOfLife(request.python(), catalogue));
        notes.addAll(solved.assignment().notes(channels.title()));
        if (!choices.isEmpty() && !hasFiles) {
            notes.add("conda-lock.yml holds conda's part only: of what pip installs the files and their digests are not"
                    + " known without a live index.");
        }
        notes.addAll(PinNotes.unverified(choices));
        notes.addAll(PinNotes.needsUnknown(choices));
        notes.addAll(PinNotes.clashes(assurance));
        notes.addAll(PinNotes.withdrawn(choices));
        notes.addAll(PinNotes.withoutWheels(choices));
        notes.addAll(PinNotes.unusable(chosen.unusable()));
        return notes;
    }
}
