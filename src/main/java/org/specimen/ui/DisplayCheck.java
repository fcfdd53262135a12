package org.specimen.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specimen.format.ShellWord;
import org.specimen.problem.OutsideFailure;

/**
 * Tells, before JavaFX is touched, why no window can open here, and afterwards in plain words why none did.
 *
 * @param javaSystem what Java calls the operating system ({@code os.name})
 * @param environment the environment's variables
 * @param root what absolute paths that are no variable's start from
 * @param called the program, as it can be typed again
 * @param needsDisplay false where JavaFX was told to draw into memory
 */
record DisplayCheck(
        String javaSystem, Map<String, String> environment, Path root, String called, boolean needsDisplay) {

    static DisplayCheck ofThisComputer() {
        return new DisplayCheck(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(File.separator).toAbsolutePath(),
                ShellWord.posix(System.getProperty("specimen.called", "specimen")),
                System.getProperty("glass.platform") == null);
    }

    /** What speaks against a window; empty where it is worth a try. */
    Optional<OutsideFailure> obstacle() {
        if (!needsDisplay || !isLinux()) {
            return Optional.empty();
        }
        List<SystemLibrary> missing = new LibraryFolders(environment, root).missing(List.of(SystemLibrary.values()));
        if (value("DISPLAY").isEmpty()) {
            return Optional.of(failure(noDisplay() + installing(missing), null));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(failure(
                        "The window cannot open: libraries of the system are missing." + installing(missing), null));
    }

    /** Says what a failed start of JavaFX means. */
    OutsideFailure failed(Throwable start) {
        return failure(meaningOf(start), start);
    }

    private String meaningOf(Throwable start) {
        String messages = messages(start);
        if (messages.contains("DISPLAY")) {
            return "The window cannot open: the display " + value("DISPLAY").orElse("")
                    + " does not answer, or does not let you in. Check DISPLAY and, over ssh, connect with ssh -X.";
        }
        if (isLinux() && (start instanceof LinkageError || messages.contains("librar"))) {
            return "The window cannot open: a library of the system is missing or broken (" + firstLine(messages) + ")."
                    + installing(Arrays.asList(SystemLibrary.values()));
        }
        if (start instanceof NoClassDefFoundError) {
            return "The window cannot open: JavaFX, which draws it, is not beside Specimen. Start it with "
                    + "bin/specimen, or install it again.";
        }
        return "The window cannot open: " + firstLine(messages) + ". Is this a session with a screen?";
    }

    private String noDisplay() {
        return value("WAYLAND_DISPLAY").isPresent()
                ? "The window cannot open: DISPLAY is not set. JavaFX, which draws the window, reaches a Wayland"
                        + " desktop through Xwayland; install the package xwayland, sign in again, and try again."
                : "The window cannot open: there is no display here (DISPLAY is not set). Over ssh, connect with"
                        + " ssh -X.";
    }

    private String installing(List<SystemLibrary> libraries) {
        if (libraries.isEmpty()) {
            return "";
        }
        String files = libraries.stream().map(SystemLibrary::file).collect(Collectors.joining(", "));
        return "\nIt needs " + files + ". To install "
                + (libraries.size() == 1 ? "it:" : "them:")
                + InstallAdvice.of(root).commands(libraries).stream()
                        .map(command -> "\n  " + command)
                        .collect(Collectors.joining());
    }

    private OutsideFailure failure(String text, @Nullable Throwable cause) {
        return new OutsideFailure(
                text + "\nThe terminal does the same job. With a sample:\n  " + called
                        + " sample map-analysis my-map && " + called + " write my-map",
                cause);
    }

    private boolean isLinux() {
        return javaSystem.toLowerCase(Locale.ROOT).startsWith("linux");
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    private static String messages(Throwable start) {
        StringBuilder messages = new StringBuilder(String.valueOf(start.getMessage()));
        for (Throwable cause = start.getCause(); cause != null; cause = cause.getCause()) {
            messages.append('\n').append(cause.getMessage());
        }
        return messages.toString();
    }

    private static String firstLine(String messages) {
        String first = messages.lines().findFirst().orElse("");
        return first.replaceFirst(" in java\\.library\\.path.*|\\.$", "").replaceFirst("^[a-z.]+\\.[A-Z]\\w+: ", "");
    }
}
