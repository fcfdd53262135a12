package org.specimen.catalogue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.Platform;
import org.specimen.problem.OutsideFailure;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Reads the values of the catalogue's file. Tabs part fields, U+001E records, U+001F the items of a list. */
final class CatalogueText {

    private static final String RECORDS = "\u001e";
    private static final String ITEMS = "\u001f";

    private CatalogueText() {}

    static String[] fields(String value, int count) {
        String[] fields = value.split("\t", -1);
        if (fields.length != count) {
            throw new OutsideFailure(
                    "The catalogue inside Specimen is of another version than Specimen. Install Specimen again.");
        }
        return fields;
    }

    static Optional<String> optional(String field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /** Names between commas, in order. */
    static List<PackageName> names(String field) {
        return split(field, ",").map(PackageName::of).toList();
    }

    private static Stream<String> split(String field, String separator) {
        return field.isEmpty() ? Stream.empty() : Arrays.stream(field.split(separator, -1));
    }

    static WheelCompleteness completeness(String field) {
        return switch (field) {
            case "complete" -> WheelCompleteness.COMPLETE;
            case "needs" -> WheelCompleteness.NEEDS_SYSTEM_LIBRARIES;
            default -> WheelCompleteness.UNKNOWN;
        };
    }

    static GpuUse gpuUse(String field) {
        return switch (field) {
            case "wheels" -> GpuUse.WHEELS;
            case "cuda" -> GpuUse.CUDA;
            default -> GpuUse.NONE;
        };
    }

    /** Releases of one distribution need much the same, which is read once. */
    static List<Release> releases(String value) {
        Map<String, Requirement> requirements = new HashMap<>();
        return split(value, RECORDS)
                .map(record -> {
                    String[] fields = fields(record, 6);
                    return new Release(
                            Version.parse(fields[0]),
                            optional(fields[1]).map(SpecifierSet::parse),
                            split(fields[2], ITEMS)
                                    .map(text -> requirements.computeIfAbsent(text, Requirement::parse))
                                    .toList(),
                            split(fields[3], ITEMS).map(Extra::of).toList(),
                            split(fields[4], ITEMS).toList(),
                            fields[5].equals("pure"));
                })
                .toList();
    }

    /** The distributions that a conda package contains; {@code =} is the one of the same name. */
    static List<PackageName> provides(String name, String value) {
        String field = fields(value, 3)[0];
        return names(field.equals("=") ? name : field);
    }

    static CondaPackage condaPackage(String name, String value) {
        String[] fields = fields(value, 3);
        Map<String, Set<Platform>> platforms = new HashMap<>();
        List<CondaRelease> releases = split(fields[1], RECORDS)
                .map(record -> {
                    String[] release = record.split(ITEMS, -1);
                    boolean latest = release[2].startsWith("<=");
                    return new CondaRelease(
                            CondaVersion.parse(release[0]),
                            platforms.computeIfAbsent(
                                    release[1],
                                    text -> split(text, ",").map(Platform::of).collect(Collectors.toUnmodifiableSet())),
                            YearMonth.parse(latest ? release[2].substring(2) : release[2]),
                            latest);
                })
                .toList();
        return new CondaPackage(
                name, fields[2].isEmpty() ? CondaPackage.CONDA_FORGE : fields[2], releases, provides(name, value));
    }

    /** Fields: run time on bookworm, on trixie, build on bookworm, on trixie, conda, shared libraries, verified, why. */
    static SystemLibraries systemLibraries(PackageName name, String value) {
        String[] fields = fields(value, 8);
        return new SystemLibraries(
                name,
                bySuite(fields[0], fields[1]),
                bySuite(fields[2], fields[3]),
                split(fields[4], " ").toList(),
                split(fields[5], " ").toList(),
                fields[7],
                fields[6].equals("yes"));
    }

    /** A {@code =} for trixie says that its names are those of bookworm. */
    private static Map<DebianSuite, List<String>> bySuite(String bookworm, String trixie) {
        return Map.of(
                DebianSuite.BOOKWORM,
                split(bookworm, " ").toList(),
                DebianSuite.TRIXIE,
                split(trixie.equals("=") ? bookworm : trixie, " ").toList());
    }

    /** Fields: status, latest, first released, end of life, suites, place in the order of preference, why, on conda. */
    static PythonReleases pythonReleases(List<BlockFile.Entry> entries) {
        Map<Integer, PythonRelease> preferred = new TreeMap<>();
        List<PythonRelease> all = new ArrayList<>();
        String reason = "";
        for (BlockFile.Entry entry : entries) {
            String[] fields = fields(entry.value(), 8);
            PythonRelease release = new PythonRelease(
                    entry.key().substring(2),
                    PythonRelease.Status.valueOf(fields[0]),
                    fields[1],
                    YearMonth.parse(fields[2]),
                    YearMonth.parse(fields[3]),
                    split(fields[4], " ").map(DebianSuite::valueOf).toList(),
                    optional(fields[7]));
            all.add(release);
            if (!fields[5].isEmpty()) {
                preferred.put(Integer.parseInt(fields[5]), release);
            }
            if (fields[5].equals("1")) {
                reason = fields[6];
            }
        }
        all.sort(Comparator.comparingInt(
                release -> Integer.parseInt(release.minor().substring(2))));
        return new PythonReleases(all, List.copyOf(preferred.values()), reason);
    }

    static BaseImages baseImages(List<BlockFile.Entry> entries) {
        Map<String, String> single = new HashMap<>();
        List<BaseImages.CudaRelease> cuda = new ArrayList<>();
        for (BlockFile.Entry entry : entries) {
            String[] fields = fields(entry.value(), 2);
            String key = entry.key().substring(2);
            if (key.startsWith("cuda-")) {
                String[] versionAndSystem = fields[0].split("-", 2);
                cuda.add(new BaseImages.CudaRelease(versionAndSystem[0], versionAndSystem[1], fields[1].equals("yes")));
            } else {
                single.put(key, fields[0]);
            }
        }
        cuda.sort(Comparator.comparing((BaseImages.CudaRelease release) -> numbers(release.version()), Arrays::compare)
                .reversed());
        return new BaseImages(
                single.getOrDefault("registry", ""),
                single.getOrDefault("micromamba", ""),
                single.getOrDefault("miniforge", ""),
                cuda,
                cuda.stream()
                        .filter(release -> release.version().equals(single.get("recommended-cuda")))
                        .findFirst()
                        .orElseThrow());
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    static StandardLibrary standardLibrary(List<BlockFile.Entry> entries) {
        Map<String, Set<String>> modules = new HashMap<>();
        for (BlockFile.Entry entry : entries) {
            modules.put(entry.key().substring(2), Set.of(entry.value().split(" ", -1)));
        }
        return new StandardLibrary(modules);
    }
}
