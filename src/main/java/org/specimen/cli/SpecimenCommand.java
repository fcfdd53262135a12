package org.specimen.cli;

import java.util.concurrent.Callable;
import org.specimen.problem.ExitStatus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: it says what it can do. */
@Command(
        name = "specimen",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Gives a Python project an environment that still works next year and on somebody else's machine.",
            "Without a command it opens its window; \"specimen DIR\" opens it on a project's folder."
        },
        versionProvider = SpecimenCommand.Version.class,
        footer = {
            "",
            "First steps:",
            "  specimen sample map-analysis my-map    unpacks a sample project into my-map",
            "  specimen scan my-map                   shows what it uses",
            "  specimen advise my-map                 says which tool fits, and why",
            "  specimen write my-map                  writes the files that pin it",
            "  specimen build my-map                  makes the environment, runs the project in it, says whether it",
            "                                         reproduced",
            "  specimen jupyter my-map                opens its notebooks with Jupyter in that environment",
            "  specimen image save my-map my-map.tar  writes its image into a file, as for a workshop",
            "",
            "Exit status: 0 done; 1 the answer is no; 2 wrong usage or unreadable input; 3 something outside failed;",
            "4 a fault in Specimen itself."
        })
final class SpecimenCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    boolean version;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    CommandSpec spec;

    private final Terminal terminal;

    SpecimenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.document(spec.commandLine().getUsageMessage());
        return ExitStatus.DONE.code();
    }

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SpecimenCommand.class.getPackage().getImplementationVersion();
            return new String[] {"specimen " + (version == null ? "(not packaged)" : version)};
        }
    }
}
