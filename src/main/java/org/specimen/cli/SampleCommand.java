package org.specimen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.specimen.app.Samples;
import org.specimen.app.Samples.Sample;
import org.specimen.problem.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the sample projects, or unpacks one. */
@Command(name = "sample", description = "Lists the sample projects, or unpacks one.")
final class SampleCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The sample to unpack.")
    @Nullable
    String name;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder to unpack it into, new or empty; without it, a folder of the sample's name.")
    @Nullable
    Path folder;

    private final Terminal terminal;

    SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (name == null) {
            list(Samples.all());
        } else {
            Path target = Optional.ofNullable(folder).orElse(Path.of(name));
            List<String> files = Samples.unpack(name, target);
            terminal.line("Unpacked " + Counted.of(files.size(), "file") + " into " + target + ".");
            terminal.line("Next: specimen advise " + target);
        }
        return ExitStatus.DONE.code();
    }

    private void list(List<Sample> samples) {
        int width = samples.stream()
                .mapToInt(sample -> sample.name().length())
                .max()
                .orElse(0);
        samples.forEach(sample ->
                terminal.line(sample.name() + " ".repeat(width - sample.name().length() + 2) + sample.line()));
        terminal.blank();
        terminal.line("Unpack one with: specimen sample NAME DIR");
    }
}
