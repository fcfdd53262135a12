package org.specimen.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** How everything looks: the theme, the fonts, the size of the text. */
public final class Theme {

    /** The distance that everything else is a multiple of, in pixels. */
    public static final double GRID = 8;

    /** The size of ordinary text at 100 %, in pixels. */
    public static final double TEXT = 14;

    /** The state of a scene's root in the dark. */
    public static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    /** What the style sheet calls -specimen-page. */
    private static final Color LIGHT_PAGE = Color.web("#ffffff");

    private static final Color DARK_PAGE = Color.web("#0d1117");

    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/";
    private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/";
    private static final String ICONS = "/META-INF/resources/feather/4.28/fonts/feather.ttf";
    private static final List<String> FIRST_FONTS =
            List.of(INTER + "Inter-Regular.otf", INTER + "Inter-Bold.otf", ICONS);
    private static final List<String> OTHER_FONTS =
            List.of(INTER + "Inter-SemiBold.otf", MONO + "JetBrainsMono-Regular.ttf", MONO + "JetBrainsMono-Bold.ttf");

    private Theme() {}

    /** Makes all fonts known; call it once, before the first scene. */
    public static void loadFonts() {
        loadFirstFonts();
        loadOtherFonts();
    }

    /** Makes the fonts of the first page known; call it once, before the first scene. */
    public static void loadFirstFonts() {
        load(FIRST_FONTS);
    }

    /** Makes the other fonts known; call it once, before anything is shown in them. */
    public static void loadOtherFonts() {
        load(OTHER_FONTS);
    }

    /** From the folder of fonts, where there is one: JavaFX would write what comes from a jar to a file first. */
    private static void load(List<String> fonts) {
        String folder = System.getProperty("specimen.fonts", "");
        for (String font : fonts) {
            String file = folder + font.substring(font.lastIndexOf('/'));
            if (folder.isEmpty() || Font.loadFont("file:" + file, TEXT) == null) {
                Font.loadFont(Theme.class.getResourceAsStream(font), TEXT);
            }
        }
    }

    /** Takes the light or the dark theme. The first control of all would load JavaFX's own if there were none before. */
    public static void begin(boolean dark) {
        String sheet = dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        // JavaFX would read the same sheet again to see whether it has changed.
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    /**
     * Dresses a scene.
     *
     * @param percent the size of the text, 100 for the usual one
     */
    public static void apply(Scene scene, boolean dark, int percent) {
        begin(dark);
        scene.setFill(page(dark));
        String common = stylesheet("/org/specimen/ui/theme/specimen.css");
        if (!scene.getStylesheets().contains(common)) {
            scene.getStylesheets().add(common);
        }
        scene.getRoot().pseudoClassStateChanged(DARK, dark);
        scene.getRoot().setStyle("-fx-font-size: " + TEXT * percent / 100 + "px;");
    }

    /** What lies behind everything; the window shows it before its first frame is drawn. */
    static Color page(boolean dark) {
        return dark ? DARK_PAGE : LIGHT_PAGE;
    }

    public static boolean isDark(Scene scene) {
        return scene.getRoot().getPseudoClassStates().contains(DARK);
    }

    /** Adds the style sheets of a page to a scene, once. */
    public static void addTo(Scene scene, String... resources) {
        Stream.of(resources)
                .map(Theme::stylesheet)
                .filter(sheet -> !scene.getStylesheets().contains(sheet))
                .forEach(scene.getStylesheets()::add);
    }

    private static String stylesheet(String resource) {
        return String.valueOf(Theme.class.getResource(resource));
    }
}
