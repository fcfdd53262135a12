package org.specimen.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.specimen.app.Images;
import org.specimen.app.Project;
import org.specimen.app.Workbench;
import org.specimen.proof.RegistryMirror;
import org.specimen.proof.docker.ImageStore.Fetched;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Fetches what the image of a project begins with. */
@Command(
        name = "pull",
        description = {
            "Fetches the images that a project's Dockerfile begins with, unless they are there: a room full of people",
            "who do so at the same time runs into the limits of Docker Hub. The packages come with the build; who wants",
            "no network at all loads the whole image from a file."
        })
final class ImagePullCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Mixin
    MirrorOption mirror = new MirrorOption();

    @Mixin
    ImageCommand.Telling telling = new ImageCommand.Telling();

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;
    private final Supplier<Images> images;

    ImagePullCommand(Terminal terminal, Supplier<Workbench> workbench, Supplier<Images> images) {
        this.terminal = terminal;
        this.workbench = workbench;
        this.images = images;
    }

    @Override
    public Integer call() {
        Optional<RegistryMirror> named = mirror.read();
        Project project = workbench.get().open(folder, Progress.NONE);
        return telling.tell(
                terminal,
                progress -> images.get().fetch(project, named, progress),
                ImagePullCommand::words,
                fetched -> JsonObject.of("fetched", fetched.fetched(), "present", fetched.present()));
    }

    private static String words(Fetched fetched) {
        String there = fetched.present().isEmpty() ? "" : "Here already: " + String.join(", ", fetched.present()) + ".";
        String brought = fetched.fetched().isEmpty() ? "" : "Fetched " + String.join(", ", fetched.fetched()) + ".";
        return (brought + "\n" + there).strip();
    }
}
