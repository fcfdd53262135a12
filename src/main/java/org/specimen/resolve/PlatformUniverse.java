package org.specimen.resolve;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.UnreadableMetadata;
import org.specimen.python.Extra;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Node.Distribution;
import org.specimen.resolve.Node.Impossible;
import org.specimen.resolve.Node.Interpreter;
import org.specimen.resolve.Node.Wanted;
import org.specimen.resolve.Node.WithExtra;
import org.specimen.resolve.Supply.Needs;
import org.specimen.solve.Need;
import org.specimen.solve.Universe;

/** What pip could install on one platform, for the solver. */
final class PlatformUniverse implements Universe<Node, Wanted> {

    /** How many candidates of a distribution are asked one by one before several are asked at once. */
    private static final int PATIENCE = 3;

    private static final int MOST_AT_ONCE = 64;

    /** Which releases are offered, and in which order. */
    record Choosing(
            TargetPlatform platform,
            Latitude latitude,
            Map<PackageName, List<Version>> preferred,
            Exceptional exceptional) {}

    private final Setting setting;
    private final Choosing choosing;
    private final MarkerEnvironment environment;
    private final Asked asked;
    private final Map<PackageName, Shelf> shelves = new HashMap<>();
    private final Map<Node, Map<Integer, List<Need<Node, Wanted>>>> told = new HashMap<>();
    private final Set<String> unusable = new LinkedHashSet<>();
    private boolean isRestricted;

    PlatformUniverse(Setting setting, Choosing choosing, Asked asked) {
        this.setting = setting;
        this.choosing = choosing;
        this.environment = asked.environment();
        this.asked = asked;
    }

    /** What the project needs. */
    List<Need<Node, Wanted>> wanted() {
        return asked.requirements().stream()
                .flatMap(requirement -> needs(requirement).stream())
                .distinct()
                .toList();
    }

    /** Whether some releases that there may be were not offered. */
    boolean isRestricted() {
        return isRestricted;
    }

    /** Releases that were passed over because they cannot be used, each with the reason. */
    Set<String> unusable() {
        return unusable;
    }

    /** Whether it comes from elsewhere than an index. */
    boolean isReference(PackageName name) {
        return asked.references().contains(name);
    }

    Shelf shelf(PackageName name) {
        Shelf known = shelves.get(name);
        if (known == null) {
            known = fill(name);
            shelves.put(name, known);
        }
        return known;
    }

    private Shelf fill(PackageName name) {
        List<Candidate> all = setting.supply().candidates(name, choosing.platform());
        List<Candidate> offered = all;
        boolean withUnknown = false;
        List<Version> preferred = choosing.preferred().getOrDefault(name, List.of());
        if (!setting.supply().tellsAllOf(name)) {
            boolean direct = asked.isDirect(name);
            offered = all.stream()
                    .filter(candidate -> candidate.fit() != PythonFit.UNLIKELY)
                    .toList();
            withUnknown = choosing.latitude().admitsUnknown(direct) || (!direct && offered.isEmpty());
            if (choosing.latitude().onlyConfirmed()) {
                offered = confirmed(offered, asked.of(name), preferred);
            }
            isRestricted |= !withUnknown || offered.size() < all.size();
        }
        return Shelf.of(
                offered,
                asked.of(name),
                preferred,
                choosing.exceptional().of(name),
                choosing.platform(),
                setting.environments().keySet(),
                withUnknown);
    }

    /** The confirmed ones, if any of them is what the project asks for. */
    private static List<Candidate> confirmed(
            List<Candidate> offered, SpecifierSet specifiers, List<Version> preferred) {
        List<Candidate> confirmed = offered.stream()
                .filter(candidate -> candidate.isConfirmed()
                        || candidate.fit() == PythonFit.EXCLUDES
                        || preferred.contains(candidate.version()))
                .toList();
        boolean any = confirmed.stream()
                .anyMatch(candidate -> candidate.isConfirmed() && specifiers.contains(candidate.version()));
        return any ? confirmed : offered;
    }

    @Override
    public int candidates(Node node) {
        if (node instanceof Distribution distribution) {
            return candidates(distribution.name());
        }
        if (node instanceof WithExtra extra) {
            return candidates(extra.name());
        }
        return node instanceof Interpreter ? 1 : 0;
    }

    private int candidates(PackageName name) {
        return asked.references().contains(name) ? 1 : shelf(name).size();
    }

    @Override
    public BitSet matching(Node node, Wanted wanted) {
        if (wanted instanceof Wanted.Same same) {
            return bits(IntStream.of(same.candidate()));
        }
        SpecifierSet specifiers = ((Wanted.Versions) wanted).specifiers();
        if (node instanceof Interpreter) {
            return bits(specifiers.contains(setting.python(), true) ? IntStream.of(0) : IntStream.empty());
        }
        if (node instanceof Impossible) {
            return new BitSet();
        }
        PackageName name = node instanceof Distribution distribution ? distribution.name() : ((WithExtra) node).name();
        return asked.references().contains(name)
                ? bits(IntStream.of(0))
                : shelf(name).matching(specifiers);
    }

    private static BitSet bits(IntStream numbers) {
        BitSet bits = new BitSet();
        numbers.forEach(bits::set);
        return bits;
    }

    @Override
    public List<Need<Node, Wanted>> needs(Node node, int candidate) {
        Map<Integer, List<Need<Node, Wanted>>> known = told.computeIfAbsent(node, one -> new HashMap<>());
        if (node instanceof Distribution distribution && !isOpaque(distribution.name(), candidate)) {
            Shelf shelf = shelf(distribution.name());
            if (!obstacle(shelf.get(candidate)).isEmpty()) {
                tellObstacles(distribution, shelf, known);
            } else if (!known.containsKey(candidate)) {
                tellAhead(distribution, shelf, candidate, known);
            }
        }
        return tell(node, candidate, known);
    }

    /** What nobody has to be asked for is told of every release at once. */
    private void tellObstacles(Distribution node, Shelf shelf, Map<Integer, List<Need<Node, Wanted>>> known) {
        IntStream.range(0, shelf.candidates().size())
                .filter(other -> !obstacle(shelf.get(other)).isEmpty())
                .forEach(other -> tell(node, other, known));
    }

    /**
     * Where one release after the other is ruled out, their needs are asked for in ever larger lots; and while one lot is
     * waited for, the next is on its way.
     */
    private void tellAhead(
            Distribution node, Shelf shelf, int candidate, Map<Integer, List<Need<Node, Wanted>>> known) {
        int lot = Math.min(MOST_AT_ONCE, known.size());
        int[] next = IntStream.range(candidate, shelf.candidates().size())
                .filter(other ->
                        !known.containsKey(other) && obstacle(shelf.get(other)).isEmpty())
                .limit(2L * lot)
                .toArray();
        setting.supply()
                .expect(node.name(), IntStream.of(next).mapToObj(shelf::get).toList());
        if (known.size() >= PATIENCE) {
            IntStream.of(next).limit(lot).forEach(other -> tell(node, other, known));
        }
    }

    private List<Need<Node, Wanted>> tell(Node node, int candidate, Map<Integer, List<Need<Node, Wanted>>> known) {
        List<Need<Node, Wanted>> needs = known.get(candidate);
        if (needs == null) {
            needs = tell(node, candidate);
            known.put(candidate, needs);
        }
        return needs;
    }

    private List<Need<Node, Wanted>> tell(Node node, int candidate) {
        if (node instanceof Distribution distribution) {
            return isOpaque(distribution.name(), candidate)
                    ? List.of()
                    : ofRelease(
                            distribution.name(),
                            candidate,
                            shelf(distribution.name()).get(candidate));
        }
        if (node instanceof WithExtra extra) {
            List<Need<Node, Wanted>> needs = new ArrayList<>();
            needs.add(Need.requires(new Distribution(extra.name()), new Wanted.Same(candidate)));
            if (!isOpaque(extra.name(), candidate)) {
                needs.addAll(ofExtra(extra, shelf(extra.name()).get(candidate)));
            }
            return needs;
        }
        return List.of();
    }

    /** Whether nothing can be known of what a candidate needs. */
    private boolean isOpaque(PackageName name, int candidate) {
        return asked.references().contains(name) || shelf(name).isUnknown(candidate);
    }

    private List<Need<Node, Wanted>> ofRelease(PackageName name, int number, Candidate candidate) {
        List<Need<Node, Wanted>> obstacle = obstacle(candidate);
        if (!obstacle.isEmpty()) {
            return obstacle;
        }
        try {
            Needs needs = setting.supply().needs(name, candidate);
            List<Need<Node, Wanted>> all = new ArrayList<>(pythons(needs.pythons()));
            needs.requires().stream()
                    .filter(requirement -> applies(requirement, Set.of()))
                    .forEach(requirement -> all.addAll(needs(requirement)));
            // Whoever wants an extra too must get it of the same release.
            needs.extras()
                    .forEach(extra -> all.add(Need.constrains(new WithExtra(name, extra), new Wanted.Same(number))));
            return List.copyOf(new LinkedHashSet<>(all));
        } catch (UnreadableMetadata unreadable) {
            unusable.add(name + " " + candidate.version() + ": " + unreadable.what());
            return impossible("cannot be used: " + unreadable.what());
        }
    }

    private List<Need<Node, Wanted>> ofExtra(WithExtra node, Candidate candidate) {
        if (!obstacle(candidate).isEmpty()) {
            return List.of();
        }
        try {
            Set<Extra> extra = Set.of(node.extra());
            return setting.supply().needs(node.name(), candidate).requires().stream()
                    .filter(requirement -> applies(requirement, extra) && !applies(requirement, Set.of()))
                    .flatMap(requirement -> needs(requirement).stream())
                    .distinct()
                    .toList();
        } catch (UnreadableMetadata unreadable) {
            return List.of(); // The release itself says so.
        }
    }

    /** A requirement that names an address is no index's to meet. */
    private boolean applies(Requirement requirement, Set<Extra> extras) {
        try {
            return requirement.url().isEmpty() && requirement.appliesTo(environment, extras);
        } catch (IllegalArgumentException incomparable) {
            throw new UnreadableMetadata(
                    "of \"" + requirement + "\" it cannot be told where it counts (" + incomparable.getMessage() + ")");
        }
    }

    /** What speaks against a release before its needs are known. */
    private List<Need<Node, Wanted>> obstacle(Candidate candidate) {
        if (candidate.fit() == PythonFit.EXCLUDES) {
            List<Need<Node, Wanted>> pythons = candidate.release().metadata().stream()
                    .map(metadata -> metadata.requiresPython())
                    .findFirst()
                    .or(() -> candidate.release().files().stream()
                            .flatMap(file -> file.requiresPython().stream())
                            .findFirst())
                    .map(this::pythons)
                    .orElse(List.of());
            return pythons.isEmpty() ? impossible("does not run on Python " + setting.python()) : pythons;
        }
        return candidate.installable().isOn(choosing.platform())
                ? List.of()
                : impossible("has no file for " + choosing.platform().label() + " and Python "
                        + setting.python().major() + "." + setting.python().minor());
    }

    private List<Need<Node, Wanted>> pythons(SpecifierSet pythons) {
        return pythons.contains(setting.python(), true)
                ? List.of()
                : List.of(Need.requires(new Interpreter(), new Wanted.Versions(pythons)));
    }

    private static List<Need<Node, Wanted>> impossible(String why) {
        return List.of(Need.requires(new Impossible(why), new Wanted.Versions(SpecifierSet.ANY)));
    }

    private static List<Need<Node, Wanted>> needs(Requirement requirement) {
        Wanted versions = new Wanted.Versions(requirement.specifiers());
        return Stream.concat(
                        Stream.<Node>of(new Distribution(requirement.name())),
                        requirement.extras().stream().map(extra -> new WithExtra(requirement.name(), extra)))
                .map(node -> Need.requires(node, versions))
                .toList();
    }

    @Override
    public BitSet sharing(Node node, int candidate, Need<Node, Wanted> need) {
        BitSet sharing = new BitSet();
        told.getOrDefault(node, Map.of()).forEach((other, needs) -> sharing.set(other, needs.contains(need)));
        return sharing;
    }

    @Override
    public int rank(Node node) {
        boolean direct = (node instanceof Distribution distribution && asked.isDirect(distribution.name()))
                || (node instanceof WithExtra extra && asked.isDirect(extra.name()));
        return direct ? 0 : 1;
    }

    @Override
    public void expect(Collection<Node> nodes) {
        setting.supply()
                .expect(nodes.stream()
                        .filter(Distribution.class::isInstance)
                        .map(node -> ((Distribution) node).name())
                        .filter(name -> !asked.references().contains(name))
                        .toList());
    }
}
