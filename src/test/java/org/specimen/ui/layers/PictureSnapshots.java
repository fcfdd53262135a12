package org.specimen.ui.layers;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.plan.Options;
import org.specimen.ui.theme.Theme;

/** Paints the picture in every state, theme and size into a folder, to be looked at. */
final class PictureSnapshots {

    private static final Options VENV_ON_TOP =
            new Options(List.of(), false, Optional.of("12.6.3"), true, List.of(), true);

    private PictureSnapshots() {}

    private record Size(String name, double width, double height, int percent, boolean folded) {}

    private static final List<Size> SIZES = List.of(
            new Size("240x420", 240, 420, 100, false),
            new Size("300x640", 300, 640, 100, false),
            new Size("300x520-150", 300, 520, 150, false),
            new Size("480x900-200", 480, 900, 200, false),
            new Size("280x300-short", 280, 300, 100, false),
            new Size("strip", 48, 420, 100, true));

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[0]);
        Files.createDirectories(target);
        Map<String, LayerPicture> pictures = pictures(Files.createTempDirectory("samples"));
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                Theme.loadFonts();
                paint(false, "light", pictures, target);
                paint(true, "dark", pictures, target);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }

    private static Map<String, LayerPicture> pictures(Path folder) {
        SamplePictures samples = new SamplePictures(folder);
        Map<Question, List<String>> cluster =
                Map.of(Question.GPU, List.of("cuda"), Question.RUNS_ON, List.of("cluster"));
        Map<String, LayerPicture> pictures = new LinkedHashMap<>();
        pictures.put("unknown", LayerPictures.unknown());
        pictures.put("data-venv", samples.exact("data-analysis", Stack.VENV));
        pictures.put("map-conda", samples.exact("map-analysis", Stack.CONDA));
        pictures.put("text-docker", samples.exact("text-analysis", Stack.DOCKER));
        pictures.put("gpu-nested", samples.exact("gpu-deep-learning", Stack.DOCKER_CONDA, cluster, VENV_ON_TOP));
        pictures.put("gpu-venv-open", samples.exact("gpu-deep-learning", Stack.VENV, cluster, Options.DEFAULT));
        pictures.put("map-planned", samples.planned("map-analysis", Stack.DOCKER, cluster));
        return pictures;
    }

    private static void paint(boolean dark, String name, Map<String, LayerPicture> pictures, Path target)
            throws IOException {
        for (Size size : SIZES) {
            HBox row = new HBox(24);
            for (LayerPicture picture : pictures.values()) {
                LayerPictureView view = new LayerPictureView();
                Stillness.set(true);
                view.foldedProperty().set(size.folded());
                view.pictureProperty().set(picture);
                view.setMinSize(size.width(), size.height());
                view.setMaxSize(size.width(), size.height());
                row.getChildren().add(view);
            }
            save(row, dark, size.percent(), target.resolve(size.name() + "-" + name + ".png"));
        }
        HBox explanations = new HBox(24);
        for (Layer layer : List.of(Layer.PACKAGES, Layer.COMPILED_LIBRARIES, Layer.OPERATING_SYSTEM)) {
            explanations
                    .getChildren()
                    .add(new SlabExplanation(
                            Objects.requireNonNull(pictures.get("gpu-nested")).slab(layer)));
            explanations
                    .getChildren()
                    .add(new SlabExplanation(Objects.requireNonNull(pictures.get("gpu-venv-open"))
                            .slab(layer)));
        }
        explanations.getStylesheets().add(LayerPictureView.STYLES);
        popOver(Objects.requireNonNull(pictures.get("gpu-nested")), dark, target);
        save(explanations, dark, 100, target.resolve("explanations-" + name + ".png"));
    }

    private static void save(Node content, boolean dark, int percent, Path file) throws IOException {
        StackPane root = new StackPane(content);
        Scene scene = new Scene(root);
        Theme.apply(scene, dark, percent);
        root.setPadding(new Insets(20));
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        root.applyCss();
        root.layout();
        WritableImage image = scene.snapshot(null);
        stage.hide();
        ImageIO.write(copied(image), "png", file.toFile());
    }

    private static void popOver(LayerPicture picture, boolean dark, Path target) throws IOException {
        LayerPictureView view = new LayerPictureView();
        Stillness.set(true);
        view.pictureProperty().set(picture);
        StackPane root = new StackPane(view);
        root.setPadding(new Insets(12));
        Scene scene = new Scene(root, 324, 640);
        Theme.apply(scene, dark, 100);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setX(700);
        stage.setY(100);
        stage.show();
        view.lookupAll(".layer-slab").stream().skip(2).findFirst().ifPresent(slab -> {
            slab.requestFocus();
            view.explanation().toggle((SlabView) slab);
        });
        WritableImage image = view.explanation().popOver().getScene().snapshot(null);
        view.lookupAll(".layer-slab").stream()
                .skip(3)
                .findFirst()
                .ifPresent(slab -> slab.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true));
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(Transform.scale(2, 2));
        WritableImage behind = root.snapshot(twice, null);
        stage.hide();
        ImageIO.write(
                copied(image),
                "png",
                target.resolve("popover-" + (dark ? "dark" : "light") + ".png").toFile());
        ImageIO.write(
                copied(behind),
                "png",
                target.resolve("focus-" + (dark ? "dark" : "light") + ".png").toFile());
    }

    private static BufferedImage copied(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }
}
