package org.specimen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.specimen.app.Images;
import org.specimen.problem.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives the engine the images of a file. */
@Command(
        name = "load",
        description = {
            "Gives the container engine of this computer the images of a file that \"specimen image save\" or",
            "\"docker save\" wrote. The file is looked through before; load only what comes from somebody you trust."
        })
final class ImageLoadCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The file.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path file;

    @Option(
            names = "--force",
            description = "Takes its name from an image of the same name that is here and that Specimen did not make.")
    boolean force;

    @Mixin
    ImageCommand.Telling telling = new ImageCommand.Telling();

    private final Terminal terminal;
    private final Supplier<Images> images;

    ImageLoadCommand(Terminal terminal, Supplier<Images> images) {
        this.terminal = terminal;
        this.images = images;
    }

    @Override
    public Integer call() {
        return telling.tell(
                terminal,
                progress -> images.get().load(file, force, progress),
                loaded -> loaded.taken().isEmpty()
                        ? "Loaded " + String.join(", ", loaded.images()) + "."
                        : "Nothing was loaded. The file brings " + String.join(", ", loaded.taken())
                                + ", and another image of this name, which Specimen did not make, is here. Give that one"
                                + " another name with \"docker tag\", or load it with --force.",
                loaded -> JsonObject.of(
                        "file", loaded.file().toString(), "images", loaded.images(), "taken", loaded.taken()),
                loaded -> loaded.taken().isEmpty() ? ExitStatus.DONE : ExitStatus.NO);
    }
}
