package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.PackageRecord;
import org.specimen.index.PackageIndex;
import org.specimen.index.ReleaseFile;
import org.specimen.problem.NoSolution;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.TagSelector;
import org.specimen.python.Tags;
import org.specimen.python.Version;
import org.specimen.python.WheelFileName;
import org.specimen.resolve.CondaLocked.PipFile;
import org.specimen.resolve.Demand.Wish;
import org.specimen.resolve.Selection.Chosen;
import org.specimen.resolve.Supply.NeedsSource;
import org.specimen.task.Progress;

/** What pip installs on top of what conda brought. */
final class PipOnTop {

    private final CondaRequest request;
    private final PackageIndex index;
    private final Catalogue catalogue;
    private final Progress progress;

    PipOnTop(CondaRequest request, PackageIndex index, Catalogue catalogue, Progress progress) {
        this.request = request;
        this.index = index;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /** What came of it. */
    record Result(Setting setting, InstalledSupply supply, Selection.Result selection) {

        /** What pip installs, which is not what conda has installed. */
        List<Choice> choices(Chosen chosen) {
            return chosen.choices().stream()
                    .filter(choice -> !supply.isInstalled(choice.demand().name(), choice.candidate()))
                    .toList();
        }

        /** Whether it is known of everything that is chosen what it needs, and nothing is left out for that. */
        boolean isWhole(Chosen chosen) {
            return chosen.without().isEmpty()
                    && choices(chosen).stream().noneMatch(choice -> choice.source() == NeedsSource.NOBODY);
        }
    }

    /**
     * Chooses releases.
     *
     * @param installed what conda brings to each platform
     */
    Result choose(List<Requirement> requirements, Map<TargetPlatform, Map<PackageName, Version>> installed) {
        InstalledSupply supply = InstalledSupply.of(supply(request.python()), installed);
        Setting setting = setting(request.python(), requirements, supply);
        Lookahead ahead = Lookahead.begin(setting);
        try {
            return new Result(setting, supply, Selection.choose(setting.withSupply(ahead)));
        } finally {
            ahead.close();
        }
    }

    /** What the project needs of packages that conda brings, where pip has its choice of everything. */
    Map<PackageName, SpecifierSet> wishes(List<Requirement> requirements, Set<PackageName> brought) {
        Map<PackageName, SpecifierSet> wishes = new TreeMap<>();
        if (Selection.choose(setting(request.python(), requirements, supply(request.python())))
                instanceof Chosen chosen) {
            chosen.choices().stream()
                    .map(Choice::demand)
                    .filter(demand -> brought.contains(demand.name()))
                    .forEach(demand -> wishes.merge(demand.name(), demand.specifiers(), SpecifierSet::and));
        }
        return wishes;
    }

    /** Tells why nothing could be chosen. */
    NoSolution refused(Result result, List<Requirement> requirements) {
        try {
            new Refusals(catalogue, index, request.python())
                    .chosen(
                            result.selection(),
                            List.of(),
                            clash -> new Conflicts(
                                            result.setting(),
                                            catalogue,
                                            python -> setting(python, requirements, supply(python)))
                                    .of(clash));
        } catch (NoSolution none) {
            return none;
        }
        throw new IllegalStateException("what was refused is there");
    }

    private Supply supply(Version python) {
        return new IndexSupply(index, catalogue, python, request.platforms());
    }

    private Setting setting(Version python, List<Requirement> requirements, Supply supply) {
        return new Setting(
                python, Environments.of(python, request.platforms()), requirements, supply, request.kept(), progress);
    }

    /**
     * The file that each platform installs of each release.
     *
     * @return empty where one of them, or its digest, is not known
     */
    Optional<Map<TargetPlatform, List<PipFile>>> files(List<Choice> choices) {
        Map<TargetPlatform, List<PipFile>> files = new LinkedHashMap<>();
        for (TargetPlatform platform : new TreeSet<>(request.platforms())) {
            TagSelector selector = new TagSelector(Tags.compatible(request.python(), platform.wheelPlatform()));
            List<PipFile> here = new ArrayList<>();
            for (Choice choice : choices) {
                if (choice.demand().platforms().contains(platform)) {
                    Optional<ReleaseFile> file =
                            file(choice.candidate().release().files(), selector);
                    if (file.isEmpty()) {
                        return Optional.empty();
                    }
                    here.add(new PipFile(
                            choice.demand().name(), choice.candidate().version(), file.get(), needs(choice, choices)));
                }
            }
            here.sort(Comparator.comparing(PipFile::name));
            files.put(platform, here);
        }
        return Optional.of(files);
    }

    private Optional<ReleaseFile> file(List<ReleaseFile> files, TagSelector selector) {
        List<ReleaseFile> usable = files.stream()
                .filter(file -> file.sha256().isPresent()
                        && file.requiresPython()
                                .filter(pythons -> !pythons.contains(request.python(), true))
                                .isEmpty())
                .toList();
        Map<ReleaseFile, WheelFileName> wheels = new HashMap<>();
        usable.forEach(file -> file.wheel().ifPresent(wheel -> wheels.put(file, wheel)));
        return selector
                .select(
                        usable.stream().filter(wheels::containsKey).toList(),
                        file -> Optional.ofNullable(wheels.get(file))
                                .orElseThrow()
                                .tags())
                .stream()
                .findFirst()
                .or(() -> usable.stream()
                        .filter(file ->
                                file.name().endsWith(".tar.gz") || file.name().endsWith(".zip"))
                        .findFirst());
    }

    /** What a release needs among those that pip installs, as others are told that need it. */
    private static SortedMap<String, String> needs(Choice choice, List<Choice> choices) {
        SortedMap<String, String> needs = new TreeMap<>();
        for (Choice other : choices) {
            for (Wish wish : other.demand().wishes()) {
                if (wish.by().filter(choice.demand().name()::equals).isPresent()) {
                    needs.merge(
                            other.demand().name().value(),
                            wish.requirement().specifiers().toString(),
                            (one, two) ->
                                    one.equals(two) || two.isEmpty() ? one : one.isEmpty() ? two : one + "," + two);
                }
            }
        }
        return needs;
    }

    /** What conda brings to each platform. */
    static Map<TargetPlatform, Map<PackageName, Version>> installed(
            Map<TargetPlatform, List<PackageRecord>> records, CondaInstalled names) {
        Map<TargetPlatform, Map<PackageName, Version>> installed = new LinkedHashMap<>();
        records.forEach((platform, here) -> installed.put(platform, names.versions(here)));
        return installed;
    }
}
