package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.index.channel.ChannelRecord;
import org.specimen.solve.Need;
import org.specimen.solve.Universe;

/**
 * The packages of several platforms at once. Of each that is asked for there is one version for all of them, which each
 * platform's own record must have.
 */
final class JointUniverse implements Universe<JointUniverse.Place, JointUniverse.Want> {

    /** Something that is decided. */
    sealed interface Place {

        /** The version of a package that is asked for. */
        record Everywhere(String name) implements Place {}

        /** The record of a package on a platform. */
        record On(Platform platform, String name) implements Place {}
    }

    /** What may be wanted of it. */
    sealed interface Want {

        /** Any version that there is everywhere. */
        record Any() implements Want {}

        /** This version. */
        record Exactly(CondaVersion version) implements Want {}

        /** What somebody wrote. */
        record Written(Wanted wanted) implements Want {}
    }

    private static final Want ANY = new Want.Any();

    private final Map<Platform, CondaUniverse> platforms = new LinkedHashMap<>();
    private final Map<String, List<CondaVersion>> versions = new LinkedHashMap<>();
    private final List<String> asked;
    private final Map<String, CondaVersion> kept;

    JointUniverse(JointProblem problem) {
        problem.platforms()
                .keySet()
                .forEach(platform -> platforms.put(platform, new CondaUniverse(problem.problem(platform))));
        this.asked = problem.specs().stream()
                .map(spec -> spec.exactName().orElseThrow().value())
                .filter(name -> !name.startsWith("__"))
                .distinct()
                .toList();
        this.kept = problem.keptVersions();
    }

    /** What the solution must meet. */
    List<Need<Place, Want>> wanted() {
        Set<Need<Place, Want>> wanted = new LinkedHashSet<>();
        platforms.forEach((platform, universe) -> universe.wanted().forEach(need -> wanted.add(on(platform, need))));
        asked.forEach(name -> wanted.add(Need.requires(new Place.Everywhere(name), ANY)));
        return List.copyOf(wanted);
    }

    private static Need<Place, Want> on(Platform platform, Need<String, Wanted> need) {
        return new Need<>(new Place.On(platform, need.name()), new Want.Written(need.wanted()), need.onlyIfChosen());
    }

    /** The records that were chosen on each platform, sorted by name. */
    Map<Platform, List<PackageRecord>> records(Map<Place, Integer> chosen) {
        Map<Platform, List<PackageRecord>> records = new LinkedHashMap<>();
        platforms.keySet().forEach(platform -> records.put(platform, new ArrayList<>()));
        chosen.forEach((place, candidate) -> {
            if (place instanceof Place.On on) {
                universe(on)
                        .record(on.name(), candidate)
                        .map(ChannelRecord::whole)
                        .ifPresent(record -> records.computeIfAbsent(on.platform(), none -> new ArrayList<>())
                                .add(record));
            }
        });
        records.values().forEach(each -> each.sort(Comparator.comparing(PackageRecord::name)));
        return records;
    }

    private CondaUniverse universe(Place.On on) {
        return Optional.ofNullable(platforms.get(on.platform())).orElseThrow();
    }

    /** The versions that every platform has, as the first platform prefers them, the kept one before all. */
    private List<CondaVersion> versions(String name) {
        List<CondaVersion> known = versions.get(name);
        if (known == null) {
            Set<CondaVersion> common = new LinkedHashSet<>();
            for (CondaUniverse universe : platforms.values()) {
                Set<CondaVersion> here = new LinkedHashSet<>();
                universe.sorted(name).records().forEach(record -> here.add(record.version()));
                if (common.isEmpty()) {
                    common.addAll(here);
                } else {
                    common.retainAll(here);
                }
                if (common.isEmpty()) {
                    break;
                }
            }
            known = new ArrayList<>(common);
            CondaVersion first = kept.get(name);
            known.sort(Comparator.comparing(version -> first == null || !version.equals(first)));
            versions.put(name, known);
        }
        return known;
    }

    @Override
    public int candidates(Place place) {
        return place instanceof Place.On on
                ? universe(on).candidates(on.name())
                : versions(((Place.Everywhere) place).name()).size();
    }

    @Override
    public BitSet matching(Place place, Want want) {
        if (place instanceof Place.On on) {
            return want instanceof Want.Written written
                    ? universe(on).matching(on.name(), written.wanted())
                    : ofVersion(on, ((Want.Exactly) want).version());
        }
        BitSet all = new BitSet();
        all.set(0, candidates(place));
        return all;
    }

    private BitSet ofVersion(Place.On on, CondaVersion version) {
        BitSet matching = new BitSet();
        List<ChannelRecord> records = universe(on).sorted(on.name()).records();
        for (int i = 0; i < records.size(); i++) {
            matching.set(i, records.get(i).version().equals(version));
        }
        return matching;
    }

    @Override
    public List<Need<Place, Want>> needs(Place place, int candidate) {
        List<Need<Place, Want>> needs = new ArrayList<>();
        if (place instanceof Place.On on) {
            universe(on).needs(on.name(), candidate).forEach(need -> needs.add(on(on.platform(), need)));
        } else {
            String name = ((Place.Everywhere) place).name();
            Want exactly = new Want.Exactly(versions(name).get(candidate));
            platforms.keySet().forEach(platform -> needs.add(Need.requires(new Place.On(platform, name), exactly)));
        }
        return needs;
    }

    @Override
    public BitSet sharing(Place place, int candidate, Need<Place, Want> need) {
        if (place instanceof Place.On on
                && need.name() instanceof Place.On needed
                && need.wanted() instanceof Want.Written written) {
            return universe(on)
                    .sharing(on.name(), candidate, new Need<>(needed.name(), written.wanted(), need.onlyIfChosen()));
        }
        return new BitSet();
    }

    /** All versions come before the records that have them: a build of one does not cost the next one a version. */
    @Override
    public int rank(Place place) {
        if (place instanceof Place.Everywhere everywhere) {
            return asked.indexOf(everywhere.name());
        }
        int at = asked.indexOf(((Place.On) place).name());
        return at < 0 ? Integer.MAX_VALUE : asked.size() + at;
    }
}
