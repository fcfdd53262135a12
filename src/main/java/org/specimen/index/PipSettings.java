package org.specimen.index;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specimen.format.IniFile;
import org.specimen.net.WebAddress;
import org.specimen.problem.BadInput;

/**
 * Which indexes a person has told pip to use (pip documentation, "Configuration"): the environment counts over files, a
 * file that is read later over an earlier one, and {@code [install]} over {@code [global]}.
 *
 * @param index in place of PyPI
 * @param extra of the same rank
 * @param links folders, and pages, that hold the files of many distributions side by side
 * @param noIndex whether nothing else is to be asked than {@code links}
 */
public record PipSettings(Optional<URI> index, List<URI> extra, List<URI> links, boolean noIndex) {

    public static final PipSettings NONE = new PipSettings(Optional.empty(), List.of(), List.of(), false);

    /** What pip takes for yes (configparser's rule, and the letters alone). */
    private static final Set<String> YES = Set.of("1", "true", "yes", "on", "y", "t");

    private static final List<String> SECTIONS = List.of("install", "global");

    public PipSettings {
        extra = List.copyOf(extra);
        links = List.copyOf(links);
    }

    /**
     * Reads what the environment and pip's files say.
     *
     * @param files their contents, the one that counts most last
     * @throws BadInput if an address cannot be understood; the message does not repeat it
     */
    public static PipSettings of(Map<String, String> environment, List<IniFile> files) {
        return new PipSettings(
                values("index-url", environment, files).stream()
                        .findFirst()
                        .map(address -> index(address, "pip's setting index-url")),
                values("extra-index-url", environment, files).stream()
                        .map(address -> index(address, "pip's setting extra-index-url"))
                        .toList(),
                values("find-links", environment, files).stream()
                        .map(PipSettings::place)
                        .toList(),
                values("no-index", environment, files).stream()
                        .anyMatch(value -> YES.contains(value.toLowerCase(Locale.ROOT))));
    }

    /** An address, or the path of a folder or a page. */
    private static URI place(String text) {
        try {
            if (text.matches("(?i)(https?|file):.*")) {
                return WebAddress.parse(text);
            }
            String path = text.startsWith("~/") ? System.getProperty("user.home", "") + text.substring(1) : text;
            return Path.of(path).toAbsolutePath().normalize().toUri();
        } catch (IllegalArgumentException malformed) {
            throw new BadInput(
                    "A place for packages is none: see pip's setting find-links. It must be a folder, or the address of"
                            + " a page with links, as in https://packages.example.org/all.html.",
                    malformed);
        }
    }

    private static List<String> values(String key, Map<String, String> environment, List<IniFile> files) {
        String variable = "PIP_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> set = words(Stream.ofNullable(environment.get(variable)));
        if (!set.isEmpty()) {
            return set;
        }
        for (String section : SECTIONS) {
            List<IniFile> latestFirst = new ArrayList<>(files);
            Collections.reverse(latestFirst);
            for (IniFile file : latestFirst) {
                List<String> found = words(Stream.of(key, key.replace('-', '_'))
                        .flatMap(name -> file.get(section, name).stream())
                        .map(IniFile.Value::text));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static List<String> words(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * The address of an index, with a slash at its end, so that names can be put behind it. It may have a login.
     *
     * @param what what it was given as, for the message
     * @throws BadInput if it is no address of a web server and no {@code file:} address; the message does not repeat it
     */
    public static URI index(String text, String what) {
        try {
            URI address = WebAddress.parse(text.strip().endsWith("/") ? text : text.strip() + "/");
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean onTheWeb = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
            boolean local = scheme.equals("file") && address.getPath() != null;
            if ((onTheWeb || local) && address.getRawQuery() == null && address.getRawFragment() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            throw notAnIndex(what, malformed);
        }
        throw notAnIndex(what, null);
    }

    private static BadInput notAnIndex(String what, @Nullable Throwable cause) {
        return new BadInput(
                "The address of a package index is not one: see " + what
                        + ". It must be a web address such as https://pypi.example.org/simple/.",
                cause);
    }
}
