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
import org.specimen.ui.text.Texts;

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
                : Optional.of(failure(texts().get("display.missing") + installing(missing), null));
    }

    /** Says what a failed start of JavaFX means. */
    OutsideFailure failed(Throwable start) {
        return failure(meaningOf(start), start);
    }

    private String meaningOf(Throwable start) {
        String messages = messages(start);
        if (messages.contains("DISPLAY")) {
            return texts().get("display.silent", value("DISPLAY").orElse(""));
        }
        if (isLinux() && (start instanceof LinkageError || messages.contains("librar"))) {
            return texts().get("display.broken", firstLine(messages))
                    + installing(Arrays.asList(SystemLibrary.values()));
        }
        if (start instanceof NoClassDefFoundError) {
            return texts().get("display.no-javafx");
        }
        return texts().get("display.other", firstLine(messages));
    }

    private String noDisplay() {
        return texts().get(value("WAYLAND_DISPLAY").isPresent() ? "display.wayland" : "display.none");
    }

    private String installing(List<SystemLibrary> libraries) {
        if (libraries.isEmpty()) {
            return "";
        }
        String files = libraries.stream().map(SystemLibrary::file).collect(Collectors.joining(", "));
        return "\n"
                + texts().get(libraries.size() == 1 ? "display.install.one" : "display.install.many", files)
                + InstallAdvice.of(root).commands(libraries).stream()
                        .map(command -> "\n  " + command)
                        .collect(Collectors.joining());
    }

    private OutsideFailure failure(String text, @Nullable Throwable cause) {
        return new OutsideFailure(
                text + "\n" + texts().get("display.terminal") + "\n  " + called + " sample map-analysis my-map && "
                        + called + " write my-map",
                cause);
    }

    private boolean isLinux() {
        return javaSystem.toLowerCase(Locale.ROOT).startsWith("linux");
    }

    private Optional<String> value(String variable) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? Optional.empty() : Optional.of(value);
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

    /** Read only where something has to be said: every start of the window passes here. */
    private static Texts texts() {
        return Texts.of(DisplayCheck.class);
    }
}
