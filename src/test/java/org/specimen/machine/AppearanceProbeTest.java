package org.specimen.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What desktops print, word for word, and what it means. */
class AppearanceProbeTest {

    private static final String PORTAL = "gdbus call --session --dest org.freedesktop.portal.Desktop"
            + " --object-path /org/freedesktop/portal/desktop"
            + " --method org.freedesktop.portal.Settings.Read org.freedesktop.appearance ";
    private static final String GNOME = "gsettings get org.gnome.desktop.interface ";
    private static final String REGISTRY = "C:\\Windows\\System32\\reg.exe query HKCU\\";
    private static final String THEME =
            REGISTRY + "Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize /v AppsUseLightTheme";
    private static final String ANIMATION = REGISTRY + "Control Panel\\Desktop\\WindowMetrics /v MinAnimate";
    private static final String REDUCE_MOTION = "/usr/bin/defaults read com.apple.universalaccess reduceMotion";

    @TempDir
    Path root;

    @Test
    void aDesktopThatAnswersNothingIsUnknown() {
        for (String system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(look(desktop(), system)).isEqualTo(Appearance.UNKNOWN);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void thePortalOfLinuxComesFirst(int scheme, boolean dark) {
        Computer desktop = onBus().answers(PORTAL + "color-scheme", "(<<uint32 " + scheme + ">>,)\n")
                .answers(GNOME + "color-scheme", dark ? "'prefer-light'\n" : "'prefer-dark'\n");

        assertThat(look(desktop, "Linux").dark()).contains(dark);
    }

    @Test
    void withoutPreferenceThePortalLeavesItToGnome() {
        Computer desktop = onBus().answers(PORTAL + "color-scheme", "(<<uint32 0>>,)\n")
                .answers(GNOME + "color-scheme", "'prefer-dark'\n");

        assertThat(look(desktop, "Linux").dark()).contains(true);
    }

    @Test
    void withoutASessionThePortalIsNotAsked() {
        Computer desktop = desktop();

        look(desktop, "Linux");

        assertThat(desktop.ran()).isNotEmpty().noneMatch(line -> line.startsWith("gdbus"));
    }

    @ParameterizedTest
    @CsvSource({"Yaru-dark, true", "Adwaita:dark, true", "Mint-Dark-Aqua, true", "Darkroom,", "Yaru,"})
    void anOlderGnomeTellsByTheNameOfItsTheme(String theme, @Nullable Boolean dark) {
        Computer desktop = desktop()
                .answers(GNOME + "color-scheme", "'default'\n")
                .answers(GNOME + "gtk-theme", "'" + theme + "'\n");

        assertThat(look(desktop, "Linux").dark()).isEqualTo(Optional.ofNullable(dark));
    }

    @Test
    void aThemeInTheEnvironmentCountsWhereNothingElseTells() {
        assertThat(look(desktop().variable("GTK_THEME", "Adwaita"), "Linux").dark())
                .contains(false);
        assertThat(look(desktop().variable("GTK_THEME", "Adwaita:dark"), "Linux")
                        .dark())
                .contains(true);
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void gnomeWithoutAnimationsMovesLess(String animations, boolean less) {
        Computer desktop = desktop().answers(GNOME + "enable-animations", animations + "\n");

        assertThat(look(desktop, "Linux").lessMotion()).contains(less);
    }

    @Test
    void thePortalAsksForLessMotion() {
        Computer desktop = onBus().answers(PORTAL + "reduced-motion", "(<<uint32 1>>,)\n")
                .answers(GNOME + "enable-animations", "true\n");

        assertThat(look(desktop, "Linux").lessMotion()).contains(true);
    }

    @ParameterizedTest
    @CsvSource({"0x0, true", "0x1, false"})
    void theRegistryOfWindowsSaysWhetherApplicationsAreLight(String light, boolean dark) {
        Computer desktop =
                desktop().answers(THEME, registered("Themes\\Personalize", "AppsUseLightTheme", "REG_DWORD", light));

        assertThat(look(desktop, "Windows 11").dark()).contains(dark);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void theRegistryOfWindowsSaysWhetherWindowsMove(String animated, boolean less) {
        Computer desktop = desktop().answers(ANIMATION, registered("WindowMetrics", "MinAnimate", "REG_SZ", animated));

        assertThat(look(desktop, "Windows 11").lessMotion()).contains(less);
    }

    @ParameterizedTest
    @CsvSource({"Dark, true", "dark, true", "Light, false"})
    void macOsTellsItsStyle(String style, boolean dark) {
        Computer desktop = desktop().answers("/usr/bin/defaults read -g AppleInterfaceStyle", style + "\n");

        assertThat(look(desktop, "Mac OS X").dark()).contains(dark);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void macOsTellsWhetherItMovesLess(String reduced, boolean less) {
        assertThat(look(desktop().answers(REDUCE_MOTION, reduced + "\n"), "Mac OS X")
                        .lessMotion())
                .contains(less);
    }

    @Test
    void whatWasNeverSetOnMacOsIsLightAndMoves() {
        Computer desktop = desktop()
                .refuses(
                        "/usr/bin/defaults read -g AppleInterfaceStyle",
                        "The domain/default pair of (kCFPreferencesAnyApplication, AppleInterfaceStyle)"
                                + " does not exist\n")
                .refuses(
                        REDUCE_MOTION,
                        "The domain/default pair of (com.apple.universalaccess, reduceMotion) does not exist\n");

        assertThat(look(desktop, "Mac OS X")).isEqualTo(new Appearance(Optional.of(false), Optional.of(false)));
    }

    @Test
    void whatTheDesktopPrintsInsteadOfAValueTellsNothing() {
        assertThat(look(desktop().answers(GNOME + "color-scheme", "No such schema\n"), "Linux"))
                .isEqualTo(Appearance.UNKNOWN);
        assertThat(look(desktop().answers(THEME, "ERROR: The system was unable to find the value.\n"), "Windows 11"))
                .isEqualTo(Appearance.UNKNOWN);
        assertThat(look(desktop().refuses(REDUCE_MOTION, "Operation not permitted\n"), "Mac OS X"))
                .isEqualTo(Appearance.UNKNOWN);
    }

    /** As {@code reg query} prints a value. */
    private static String registered(String key, String name, String type, String value) {
        return "\r\nHKEY_CURRENT_USER\\" + key + "\r\n    " + name + "    " + type + "    " + value + "\r\n\r\n";
    }

    private Computer desktop() {
        return new Computer(root);
    }

    private Computer onBus() {
        return desktop().variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus");
    }

    private static Appearance look(Computer desktop, String system) {
        return new AppearanceProbe(desktop.running(system)).look();
    }
}
