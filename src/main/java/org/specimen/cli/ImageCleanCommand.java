package org.specimen.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.specimen.app.Images;
import org.specimen.proof.docker.ImageStore.Unused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what builds left. */
@Command(
        name = "clean",
        description = {
            "Removes the layers that builds of Specimen left in the container engine and that no image with a name",
            "needs: those of builds that failed, were cancelled, or were followed by others. Images, base images and",
            "whatever is not Specimen's stay."
        })
final class ImageCleanCommand implements Callable<Integer> {

    @Option(names = "--dry-run", description = "Says what would be removed, and removes nothing.")
    boolean dryRun;

    @Mixin
    ImageCommand.Telling telling = new ImageCommand.Telling();

    private final Terminal terminal;
    private final Supplier<Images> images;

    ImageCleanCommand(Terminal terminal, Supplier<Images> images) {
        this.terminal = terminal;
        this.images = images;
    }

    @Override
    public Integer call() {
        return telling.tell(
                terminal,
                progress ->
                        dryRun ? images.get().unused(progress) : images.get().clean(progress),
                this::words,
                unused -> JsonObject.of("layers", unused.layers(), "bytes", unused.bytes(), "removed", !dryRun));
    }

    private String words(Unused unused) {
        if (unused.layers() == 0) {
            return "Builds of Specimen left nothing that could be removed.";
        }
        return (dryRun ? "Would remove " : "Removed ") + Counted.of(unused.layers(), "unused layer") + ", about "
                + Counted.megabytes(unused.bytes()) + ".";
    }
}
