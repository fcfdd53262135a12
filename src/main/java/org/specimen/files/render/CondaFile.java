package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaName;
import org.specimen.files.FileRole;
import org.specimen.format.EnvironmentYamlWriter;
import org.specimen.format.EnvironmentYamlWriter.Item;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.resolve.CondaLocked;
import org.specimen.resolve.Lockfile;
import org.specimen.resolve.Lockfile.CondaPackage;
import org.specimen.resolve.Lockfile.PipPackage;

/** environment.yml. */
final class CondaFile {

    private static final String CONDA_FORGE = "conda-forge";
    private static final String BIOCONDA = "bioconda";

    /** What the file says by itself, or for the whole of it. */
    private static final Set<String> APART = Set.of("python", "pip");

    /** A token in the address of a private channel (anaconda.org, "Tokens"), or a login. */
    private static final Pattern SECRET = Pattern.compile("(?<=/)t/[^/]+/|(?<=://)[^/@]*@");

    private CondaFile() {}

    static String write(RenderRequest request) {
        Lockfile.Conda lock = (Lockfile.Conda) request.lock();
        List<Item> pip = request.venvOnTop() ? List.of() : pip(request);
        return EnvironmentYamlWriter.write(
                header(request), request.plan().name(), channels(lock), conda(request, lock, !pip.isEmpty()), pip);
    }

    private static String header(RenderRequest request) {
        String platforms =
                request.platforms().stream().map(TargetPlatform::label).collect(Collectors.joining(", "));
        String header = Texts.get("environment.header", request.name(FileRole.GUIDE), platforms);
        return request.hasReferences()
                ? header + "\n" + Texts.get("environment.references", request.name(FileRole.REFERENCES))
                : header;
    }

    /** conda-forge first and bioconda behind it, as bioconda asks; {@code nodefaults} keeps Anaconda's own out. */
    private static List<String> channels(Lockfile.Conda lock) {
        Set<String> used = lock.conda().stream()
                .map(pin -> SECRET.matcher(pin.channel()).replaceAll(""))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> channels = new ArrayList<>();
        lock.locked().ifPresent(locked -> addUsed(locked, channels));
        boolean needsCondaForge = used.isEmpty() || used.contains(CONDA_FORGE) || used.contains(BIOCONDA);
        if (channels.isEmpty() && needsCondaForge) {
            channels.add(CONDA_FORGE);
        }
        if (used.contains(BIOCONDA) && !channels.contains(BIOCONDA)) {
            channels.add(BIOCONDA);
        }
        used.stream().filter(Predicate.not(channels::contains)).forEach(channels::add);
        channels.add("nodefaults");
        return channels;
    }

    /** Those that something is installed from, as they were solved with. */
    private static void addUsed(CondaLocked locked, List<String> channels) {
        locked.channels().stream()
                .filter(channel -> locked.platforms().values().stream()
                        .flatMap(platform -> platform.conda().stream())
                        .anyMatch(record -> record.channel().toString().equals(channel)))
                .forEach(channels::add);
    }

    private static List<Item> conda(RenderRequest request, Lockfile.Conda lock, boolean usesPip) {
        List<Item> items = new ArrayList<>();
        items.add(new Item("python=" + lock.python(), ""));
        lock.conda().stream()
                .filter(pin -> !APART.contains(pin.name()))
                .sorted(Comparator.comparing(CondaPackage::name))
                .forEach(pin -> items.add(new Item(pinned(pin), why(request, pin))));
        unlocked(request, lock).forEach(items::add);
        boolean isAsked = lock.conda().stream().anyMatch(pin -> pin.name().equals("pip"));
        if (isAsked || usesPip || request.venvOnTop() || request.hasReferences() || request.installsProject()) {
            items.add(new Item(
                    lock.conda().stream()
                            .filter(pin -> pin.name().equals("pip"))
                            .map(CondaFile::pinned)
                            .findFirst()
                            .orElse("pip"),
                    ""));
        }
        return items;
    }

    /** What the plan asks for and the lockfile does not hold: as it was asked for. */
    private static Stream<Item> unlocked(RenderRequest request, Lockfile.Conda lock) {
        Set<String> locked = lock.conda().stream().map(CondaPackage::name).collect(Collectors.toSet());
        Stream<Item> asked = request.plan().condaPackages().stream()
                .filter(planned -> planned.spec()
                        .exactName()
                        .map(CondaName::value)
                        .filter(locked::contains)
                        .isEmpty())
                .map(planned -> new Item(planned.spec().toString(), planned.why()))
                .sorted(Comparator.comparing(Item::text));
        Stream<Item> cuda = request.cuda().stream()
                .filter(version -> !locked.contains("cuda-version"))
                .map(version -> new Item("cuda-version=" + majorAndMinor(version), Texts.get("environment.cuda")));
        return Stream.concat(asked, cuda);
    }

    /** {@code 12.6} of {@code 12.6.3}: conda's packages and virtual packages know no patch releases of CUDA. */
    static String majorAndMinor(String cuda) {
        return cuda.substring(0, cuda.lastIndexOf('.'));
    }

    private static String pinned(CondaPackage pin) {
        return new CondaName(pin.name()).value()
                + "=" + pin.version()
                + pin.build().map(build -> "=" + build).orElse("");
    }

    private static String why(RenderRequest request, CondaPackage pin) {
        return pin.distribution()
                .map(request::why)
                .filter(Predicate.not(String::isEmpty))
                .or(() -> request.plan().condaPackages().stream()
                        .filter(planned -> planned.spec()
                                .exactName()
                                .map(CondaName::value)
                                .filter(pin.name()::equals)
                                .isPresent())
                        .map(PlannedCondaPackage::why)
                        .findFirst())
                .orElse("");
    }

    private static List<Item> pip(RenderRequest request) {
        return request.lock().pip().stream()
                .filter(PipPackage::direct)
                .sorted(Comparator.comparing(PipPackage::name))
                .map(pin -> new Item(PipFiles.pinned(pin).toString(), request.why(pin.name())))
                .toList();
    }
}
