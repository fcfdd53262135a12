package org.specimen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.specimen.app.Images;
import org.specimen.app.Project;
import org.specimen.app.Workbench;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the image of a project into a file. */
@Command(
        name = "save",
        description = {
            "Writes the image that was built from a project into a file that \"specimen image load\", or \"docker load\",",
            "takes on another computer. A name that ends in .gz packs it, which takes longer. Its SHA-256 is told, by",
            "which others see that their copy is whole."
        })
final class ImageSaveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file, as in my-map.tar or my-map.tar.gz.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path file;

    @Option(names = "--force", description = "Replaces the file if it is there.")
    boolean force;

    @Mixin
    ImageCommand.Telling telling = new ImageCommand.Telling();

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;
    private final Supplier<Images> images;

    ImageSaveCommand(Terminal terminal, Supplier<Workbench> workbench, Supplier<Images> images) {
        this.terminal = terminal;
        this.workbench = workbench;
        this.images = images;
    }

    @Override
    public Integer call() {
        Project project = workbench.get().open(folder, Progress.NONE);
        return telling.tell(
                terminal,
                progress -> images.get().save(project, file, force, progress),
                saved -> "Saved " + saved.image() + " to " + saved.file() + ", " + Counted.megabytes(saved.bytes())
                        + ".\nSHA-256: " + saved.sha256(),
                saved -> JsonObject.of(
                        "image",
                        saved.image(),
                        "file",
                        saved.file().toString(),
                        "bytes",
                        saved.bytes(),
                        "sha256",
                        saved.sha256()));
    }
}
