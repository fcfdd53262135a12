package org.specimen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specimen.app.ProofWishes;
import org.specimen.index.PipSettings;
import org.specimen.problem.BadInput;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an environment is made with, and what programs in it may use. */
final class MakeOptions {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kmgt]?)b?");

    @Option(
            names = "--index-url",
            paramLabel = "URL",
            description = "Installs from this package index. Its login, if any, gets into no file, image or log.")
    @Nullable
    String index;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "A file of extra certificates (PEM) that this network needs. May be given often.")
    List<Path> certificates = List.of();

    @Option(names = "--memory", paramLabel = "SIZE", description = "The most that a container may use, as in 8g.")
    @Nullable
    String memory;

    @Option(
            names = "--key",
            paramLabel = "NAME",
            description =
                    "Lets what runs there see this environment variable. Its value is never kept. May be given often.")
    List<String> keys = List.of();

    @Option(
            names = "--replace-existing",
            description = "Replaces an environment of this name that Specimen did not make.")
    boolean replaceExisting;

    @Mixin
    MirrorOption mirror = new MirrorOption();

    /** @throws BadInput if one of them cannot be understood */
    ProofWishes read() {
        keys.forEach(MakeOptions::checkKey);
        return ProofWishes.USUAL
                .withKeys(keys)
                .withIndexUrl(Optional.ofNullable(index).map(address -> PipSettings.index(address, "--index-url")))
                .withCertificates(certificates)
                .withReplaceExisting(replaceExisting)
                .withMirror(mirror.read());
    }

    /** The most that a container may use, in bytes; empty for all that there is. */
    OptionalLong memory() {
        return memory == null ? OptionalLong.empty() : OptionalLong.of(size(memory));
    }

    private static void checkKey(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new BadInput("--key takes the name of an environment variable, never its value.");
        }
    }

    private static long size(String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new BadInput("--memory is a size as in 512m or 8g, not \"" + text + "\".");
        }
        int power = "kmgt".indexOf(matcher.group(2)) + 1;
        return Long.parseLong(matcher.group(1)) << (matcher.group(2).isEmpty() ? 0 : 10 * power);
    }
}
