package org.specimen.format;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.specimen.python.Marker;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Writes pylock.toml (PEP 751; packaging.python.org, "pylock.toml Specification", lock version 1.0). */
public final class PylockWriter {

    private PylockWriter() {}

    /**
     * A file of a release.
     *
     * @param address without credentials
     * @param sha256 64 hex digits in lower case
     */
    public record LockedFile(String name, URI address, OptionalLong size, String sha256) {}

    /**
     * A release.
     *
     * @param marker where it is needed; empty if everywhere
     * @param sdist its source, where there is one
     * @param wheels may be empty where there is a source
     */
    public record LockedRelease(
            PackageName name,
            Version version,
            Optional<Marker> marker,
            Optional<LockedFile> sdist,
            List<LockedFile> wheels) {

        /** @throws IllegalArgumentException if it has no file */
        public LockedRelease {
            wheels = List.copyOf(wheels);
            if (sdist.isEmpty() && wheels.isEmpty()) {
                throw new IllegalArgumentException("a release without files cannot be locked: " + name);
            }
        }
    }

    /**
     * The text of the file.
     *
     * @param header comment at the top; one or more lines
     * @param pythons those that it holds for
     * @param environments those that it holds in
     */
    public static String write(
            String header, SpecifierSet pythons, List<Marker> environments, List<LockedRelease> releases) {
        List<String> text = new ArrayList<>(CommentText.block(header));
        text.add("lock-version = \"1.0\"");
        text.add("environments = [");
        environments.forEach(environment -> text.add("    " + quoted(environment.toString()) + ","));
        text.add("]");
        text.add("requires-python = " + quoted(pythons.toString()));
        text.add("created-by = \"specimen\"");
        releases.forEach(release -> write(release, text));
        return String.join("\n", text) + "\n";
    }

    private static void write(LockedRelease release, List<String> text) {
        text.add("");
        text.add("[[packages]]");
        text.add("name = " + quoted(release.name().value()));
        text.add("version = " + quoted(release.version().toString()));
        release.marker().ifPresent(marker -> text.add("marker = " + quoted(marker.toString())));
        release.sdist().ifPresent(sdist -> text.add("sdist = " + inline(sdist)));
        if (!release.wheels().isEmpty()) {
            text.add("wheels = [");
            release.wheels().forEach(wheel -> text.add("    " + inline(wheel) + ","));
            text.add("]");
        }
    }

    private static String inline(LockedFile file) {
        String size = file.size().isPresent() ? ", size = " + file.size().getAsLong() : "";
        return "{ name = " + quoted(file.name()) + ", url = "
                + quoted(file.address().toString()) + size + ", hashes = { sha256 = " + quoted(file.sha256()) + " } }";
    }

    /** A basic string (TOML 1.0, "String"). */
    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(unit -> {
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append((char) unit);
            } else if (unit < 0x20 || unit == 0x7f) {
                quoted.append(String.format("\\u%04X", unit));
            } else {
                quoted.append((char) unit);
            }
        });
        return quoted.append('"').toString();
    }
}
