package org.specimen.machine;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.process.ProgramResult;

/** Asks the desktop how it looks, through the programs that come with it. */
public final class AppearanceProbe {

    private static final Duration LIMIT = Duration.ofMillis(800);

    private static final String PERSONALIZE = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";
    private static final String WINDOW_METRICS = "HKCU\\Control Panel\\Desktop\\WindowMetrics";
    private static final Pattern REGISTRY_VALUE = Pattern.compile("\\sREG_[A-Z]+\\s+(\\S+)");

    private static final Pattern PORTAL_VALUE = Pattern.compile("uint32 ([0-9]+)");

    private final Surroundings surroundings;

    AppearanceProbe(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What the desktop says in two seconds. It runs programs, so it is not called where a window waits. */
    public static Appearance probe() {
        return new AppearanceProbe(Surroundings.ofThisComputer()).look();
    }

    Appearance look() {
        CompletableFuture<Optional<Boolean>> dark = MachineProbe.inBackground(this::dark, Optional.empty());
        CompletableFuture<Optional<Boolean>> lessMotion = MachineProbe.inBackground(this::lessMotion, Optional.empty());
        return new Appearance(dark.join(), lessMotion.join());
    }

    private Optional<Boolean> dark() {
        return switch (surroundings.system()) {
            case MACOS -> defaults("-g", "AppleInterfaceStyle").map(style -> style.equalsIgnoreCase("dark"));
            case WINDOWS -> registry(PERSONALIZE, "AppsUseLightTheme").flatMap(light -> switched(light, "0x0", "0x1"));
            case LINUX ->
                portal("color-scheme")
                        .flatMap(scheme -> switched(scheme, "1", "2"))
                        .or(() -> gnome("color-scheme")
                                .flatMap(scheme -> switched(scheme, "prefer-dark", "prefer-light")))
                        .or(() -> gnome("gtk-theme").flatMap(AppearanceProbe::darkByName))
                        .or(() -> surroundings.variable("GTK_THEME").map(AppearanceProbe::isDarkTheme));
        };
    }

    private Optional<Boolean> lessMotion() {
        return switch (surroundings.system()) {
            case MACOS ->
                defaults("com.apple.universalaccess", "reduceMotion")
                        .flatMap(reduced -> reduced.isEmpty() ? Optional.of(false) : switched(reduced, "1", "0"));
            case WINDOWS -> registry(WINDOW_METRICS, "MinAnimate").flatMap(animated -> switched(animated, "0", "1"));
            case LINUX ->
                portal("reduced-motion")
                        .filter(reduced -> reduced.equals("1"))
                        .map(reduced -> true)
                        .or(() -> gnome("enable-animations").flatMap(animated -> switched(animated, "false", "true")));
        };
    }

    private static Optional<Boolean> switched(String value, String on, String off) {
        if (value.equals(on)) {
            return Optional.of(true);
        }
        return value.equals(off) ? Optional.of(false) : Optional.empty();
    }

    /** Only a dark theme tells by its name: what Adwaita looks like, the colour scheme decides. */
    private static Optional<Boolean> darkByName(String theme) {
        return isDarkTheme(theme) ? Optional.of(true) : Optional.empty();
    }

    /** As in {@code Yaru-dark} and {@code Adwaita:dark}. */
    private static boolean isDarkTheme(String theme) {
        return theme.toLowerCase(Locale.ROOT).matches(".*[:-]dark([:-].*)?");
    }

    /** A setting of macOS; the empty text where it was never set, which macOS reports as a failure. */
    private Optional<String> defaults(String domain, String key) {
        return run("/usr/bin/defaults", "read", domain, key).flatMap(result -> {
            if (result.succeeded()) {
                return Optional.of(result.output().strip());
            }
            return result.errors().contains("does not exist") ? Optional.of("") : Optional.empty();
        });
    }

    /** A value of the registry of Windows. By its bare name, a {@code reg} in the current folder would be run. */
    private Optional<String> registry(String key, String value) {
        String windows = surroundings.variable("SystemRoot").orElse("C:\\Windows");
        return succeeded(windows + "\\System32\\reg.exe", "query", key, "/v", value)
                .flatMap(output -> firstGroup(REGISTRY_VALUE, output));
    }

    /** XDG Desktop Portal, "Settings": what GNOME, KDE and others agree on. */
    private Optional<String> portal(String key) {
        if (!hasSessionBus()) {
            return Optional.empty();
        }
        return succeeded(
                        "gdbus",
                        "call",
                        "--session",
                        "--dest",
                        "org.freedesktop.portal.Desktop",
                        "--object-path",
                        "/org/freedesktop/portal/desktop",
                        "--method",
                        "org.freedesktop.portal.Settings.Read",
                        "org.freedesktop.appearance",
                        key)
                .flatMap(output -> firstGroup(PORTAL_VALUE, output));
    }

    /** Where there is none, asking could start one. */
    private boolean hasSessionBus() {
        return surroundings.variable("DBUS_SESSION_BUS_ADDRESS").isPresent()
                || surroundings
                        .variable("XDG_RUNTIME_DIR")
                        .flatMap(Surroundings::folder)
                        .map(folder -> folder.resolve("bus"))
                        .filter(Files::exists)
                        .isPresent();
    }

    private Optional<String> gnome(String key) {
        return succeeded("gsettings", "get", "org.gnome.desktop.interface", key)
                .map(output -> output.strip().replace("'", ""));
    }

    private static Optional<String> firstGroup(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private Optional<String> succeeded(String... words) {
        return run(words).filter(ProgramResult::succeeded).map(ProgramResult::output);
    }

    private Optional<ProgramResult> run(String... words) {
        return surroundings.programs().run(List.of(words), LIMIT);
    }
}
