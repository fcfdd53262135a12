package org.specimen.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.Platform;
import org.specimen.conda.VersionSpec;
import org.specimen.python.Extra;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.Requirement;
import org.specimen.python.Specifier;
import org.specimen.python.Version;
import org.specimen.python.WheelPlatform;

/**
 * The content hash of conda-lock: a digest of what an environment.yml asks for on a platform, by which conda-lock tells
 * that a lock is up to date (conda-lock 3, {@code conda_lock.content_hash}). It counts the machine that conda-lock assumes
 * by default ({@code default-virtual-packages.yaml}, June 2026), whatever was assumed for the lock.
 */
public final class CondaLockHash {

    /** 1 January 2020, which conda-lock writes as the time of each virtual package. */
    private static final long TIME = 1_577_854_800_000L;

    private static final List<String> ON_LINUX = List.of("__unix 0", "__linux 5.10", "__glibc 2.28", "__cuda 11.4");
    private static final List<String> ON_MACOS = List.of("__unix 0", "__osx 11.0");

    private static final Pattern OF_PYTHON = Pattern.compile("python|implementation|extra");
    private static final Version ANY_PYTHON = Version.parse("3.12");

    private CondaLockHash() {}

    /**
     * The hash.
     *
     * @param channels as they stand in the lock
     */
    public static String of(EnvironmentYaml environment, Platform platform, List<String> channels) {
        Map<String, Object> content = new TreeMap<>();
        content.put("channels", channels.stream().map(CondaLockHash::channel).toList());
        content.put("specs", specs(environment.on(platform), platform));
        content.put(
                "virtual_package_hash",
                Map.of("noarch", machine("noarch", List.of()), platform.subdir(), machine(platform)));
        return digest(json(content));
    }

    private static String channel(String url) {
        return "{\"url\":" + json(url) + ",\"used_env_vars\":[]}";
    }

    private static List<Map<String, Object>> specs(EnvironmentYaml environment, Platform platform) {
        List<Map<String, Object>> specs = new ArrayList<>();
        boolean hasPip = false;
        for (EnvironmentYaml.Dependency dependency : environment.dependencies()) {
            if (dependency instanceof EnvironmentYaml.Conda conda) {
                specs.add(conda(conda.spec()));
            } else if (dependency instanceof EnvironmentYaml.Pip pip) {
                hasPip = true;
                if (pip.requirement() instanceof RequirementsFile.Wanted wanted
                        && counts(wanted.requirement(), platform)) {
                    specs.add(pip(wanted.requirement()));
                }
            }
        }
        if (hasPip) {
            specs.add(spec("conda", "pip", "*"));
        }
        specs.sort(Comparator.comparing((Map<String, Object> spec) -> String.valueOf(spec.get("manager")))
                .thenComparing(spec -> String.valueOf(spec.get("name"))));
        return specs;
    }

    /** Markers count by the platform; one that speaks of more is taken to hold. */
    private static boolean counts(Requirement asked, Platform platform) {
        Optional<WheelPlatform> wheels = wheels(platform);
        boolean speaksOfMore = asked.marker()
                .filter(marker -> OF_PYTHON.matcher(marker.toString()).find())
                .isPresent();
        return speaksOfMore
                || wheels.isEmpty()
                || asked.appliesTo(MarkerEnvironment.of(ANY_PYTHON, wheels.get()), Set.of());
    }

    private static Optional<WheelPlatform> wheels(Platform platform) {
        return Optional.ofNullable(
                switch (platform) {
                    case LINUX_64 -> new WheelPlatform.GlibcLinux("x86_64", 2, 28);
                    case LINUX_AARCH64 -> new WheelPlatform.GlibcLinux("aarch64", 2, 28);
                    case LINUX_PPC64LE -> new WheelPlatform.GlibcLinux("ppc64le", 2, 28);
                    case OSX_64 -> new WheelPlatform.MacOs("x86_64", 11, 0);
                    case OSX_ARM64 -> new WheelPlatform.MacOs("arm64", 11, 0);
                    case WIN_64 -> new WheelPlatform.Windows("amd64");
                    default -> null;
                });
    }

    private static Map<String, Object> spec(String manager, String name, String version) {
        Map<String, Object> spec = new TreeMap<>();
        spec.put("build", Optional.empty());
        spec.put("category", "main");
        spec.put("conda_channel", Optional.empty());
        spec.put("extras", List.of());
        spec.put("hash", Optional.empty());
        spec.put("manager", manager);
        spec.put("name", name);
        spec.put("version", version);
        return spec;
    }

    private static Map<String, Object> conda(MatchSpec asked) {
        boolean anyBuild = asked.build().matchesAll();
        Map<String, Object> spec = spec("conda", String.valueOf(asked.name()), version(asked.version(), anyBuild));
        if (!anyBuild) {
            spec.put("build", asked.build().toString());
        }
        asked.channel().ifPresent(channel -> spec.put("conda_channel", channel.toString()));
        return spec;
    }

    /** As conda keeps it: an exact version has no operator. */
    private static String version(VersionSpec version, boolean anyBuild) {
        if (version instanceof VersionSpec.Any) {
            return anyBuild ? "" : "*";
        }
        String text = version.toString();
        return text.startsWith("==") ? text.substring(2) : text;
    }

    private static Map<String, Object> pip(Requirement asked) {
        String version = asked.specifiers().specifiers().stream()
                .map(Specifier::toString)
                .sorted()
                .collect(Collectors.joining(","));
        Map<String, Object> spec = spec("pip", asked.name().value(), version.isEmpty() ? "*" : version);
        spec.put("extras", asked.extras().stream().map(Extra::toString).sorted().toList());
        asked.marker().ifPresent(marker -> spec.put("markers", marker.toString()));
        return spec;
    }

    /** What conda-lock takes a machine to have; a platform that it does not know has nothing. */
    private static Map<String, Object> machine(Platform platform) {
        return switch (platform) {
            case LINUX_64 -> machine(platform.subdir(), ON_LINUX, "__archspec 1 x86_64");
            case LINUX_AARCH64 -> machine(platform.subdir(), ON_LINUX, "__archspec 1 aarch64");
            case LINUX_PPC64LE -> machine(platform.subdir(), ON_LINUX, "__archspec 1 ppc64le");
            case OSX_64 -> machine(platform.subdir(), ON_MACOS, "__archspec 1 x86_64", "__osx 10.15");
            case OSX_ARM64 -> machine(platform.subdir(), ON_MACOS, "__archspec 1 arm64");
            case WIN_64 -> machine(platform.subdir(), List.of("__win 0", "__cuda 11.4"), "__archspec 1 x86_64");
            default -> Map.of();
        };
    }

    private static Map<String, Object> machine(String subdir, List<String> has, String... more) {
        Map<String, Object> packages = new TreeMap<>();
        List<String> all = new ArrayList<>(has);
        all.addAll(List.of(more));
        for (String text : all) {
            String[] parts = text.split(" ", -1);
            String variant = parts.length > 2 ? parts[2] : "";
            String build = variant.isEmpty() ? "0" : variant + "_0";
            Map<String, Object> one = new TreeMap<>();
            one.put("build", build);
            one.put("build_number", 0L);
            one.put("build_string", variant);
            one.put("depends", List.of());
            one.put("name", parts[0]);
            one.put("noarch", "");
            one.put("package_type", "virtual_system");
            one.put("subdir", subdir);
            one.put("timestamp", TIME);
            one.put("version", parts[1]);
            packages.put(parts[0] + "-" + parts[1] + "-" + build + ".tar.bz2", one);
        }
        return Map.of("info", Map.of("subdir", subdir), "packages", packages);
    }

    /** As Python's {@code json.dumps(value, sort_keys=True)} writes it. */
    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map)
                    .entrySet().stream()
                            .map(entry -> json(entry.getKey()) + ": " + json(entry.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(CondaLockHash::json).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(CondaLockHash::json).orElse("null");
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
