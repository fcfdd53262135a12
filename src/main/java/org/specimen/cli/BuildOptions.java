package org.specimen.cli;

import java.nio.file.Path;
import java.time.Duration;
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
import org.specimen.proof.ProofRequest.Tolerance;
import org.specimen.proof.RunLimits;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is run, what it is compared with, and how far it may go. */
final class BuildOptions {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([kmgt]?)b?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})([smh]?)");

    /** What numbers near zero may be apart as soon as any tolerance is given. */
    private static final double NEAR_ZERO = 1e-12;

    @Option(
            names = "--run",
            paramLabel = "COMMAND",
            description = "What to run, as one argument in quotes: \"python analysis.py\", or a notebook's path. It is"
                    + " split into words as a shell does, and no shell runs it. Without it, the plan's command.")
    @Nullable
    String run;

    @Option(names = "--no-run", description = "Makes and checks the environment, and runs nothing.")
    boolean noRun;

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description = "A result in the project that the run makes anew: both are compared. May be given often.")
    List<String> expected = List.of();

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            description = "How far numbers may be apart, as a share of the larger: 1e-6. Without it, not at all.")
    double tolerance;

    @Option(
            names = "--pixels",
            paramLabel = "SHARE",
            description = "The share of a picture's pixels that may differ, from 0 to 1.")
    double pixels;

    @Option(names = "--twice", description = "Runs it twice, to tell chance from a difference of computers.")
    boolean twice;

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

    @Option(names = "--network", description = "Lets the run in a container reach the network.")
    boolean network;

    @Option(names = "--memory", paramLabel = "SIZE", description = "The most that a container may use, as in 8g.")
    @Nullable
    String memory;

    @Option(names = "--time-limit", paramLabel = "TIME", description = "For each run, as in 90s, 30m or 12h; else 1h.")
    @Nullable
    String time;

    @Option(
            names = "--key",
            paramLabel = "NAME",
            description = "Lets the run see this environment variable. Its value is never kept. May be given often.")
    List<String> keys = List.of();

    @Option(
            names = "--replace-existing",
            description = "Replaces an environment of this name that Specimen did not make.")
    boolean replaceExisting;

    @Mixin
    MirrorOption mirror = new MirrorOption();

    /** @throws BadInput if one of them cannot be understood */
    ProofWishes read() {
        if (noRun && run != null) {
            throw new BadInput("--run and --no-run contradict each other.");
        }
        if (!(tolerance >= 0) || !(pixels >= 0 && pixels <= 1)) {
            throw new BadInput("--tolerance is a number of 0 or more, and --pixels one from 0 to 1.");
        }
        keys.forEach(BuildOptions::checkKey);
        RunLimits usual = ProofWishes.USUAL.limits();
        return ProofWishes.USUAL
                .withCommand(
                        noRun
                                ? Optional.of(List.of())
                                : Optional.ofNullable(run).map(BuildOptions::command))
                .withExpected(expected)
                .withTolerance(new Tolerance(tolerance, tolerance > 0 ? Math.min(tolerance, NEAR_ZERO) : 0, pixels))
                .withRuns(twice ? 2 : 1)
                .withLimits(new RunLimits(
                        time == null ? usual.time() : time(time),
                        memory == null ? OptionalLong.empty() : OptionalLong.of(size(memory)),
                        network,
                        usual.gpu()))
                .withKeys(keys)
                .withIndexUrl(Optional.ofNullable(index).map(address -> PipSettings.index(address, "--index-url")))
                .withCertificates(certificates)
                .withReplaceExisting(replaceExisting)
                .withMirror(mirror.read());
    }

    private static List<String> command(String text) {
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            throw new BadInput("--run names no program.");
        }
        return words;
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

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new BadInput("--time-limit is a time as in 90s, 30m or 12h, not \"" + text + "\".");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
