package org.specimen;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.specimen.advice.Rulebook;
import org.specimen.app.CondaChannels;
import org.specimen.app.PackageIndexes;
import org.specimen.app.Workbench;
import org.specimen.app.log.Log;
import org.specimen.app.store.UserFolders;
import org.specimen.catalogue.Catalogue;
import org.specimen.cli.CommandLineFace;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.ExitStatus;
import org.specimen.ui.WindowFace;

/**
 * Opens the window where nothing, or only a folder, is asked for, and runs the command line otherwise. It does not extend JavaFX's
 * Application: Java would look for JavaFX before anything could be said about it.
 */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        Optional<Path> folder = folder(arguments);
        boolean isWindow = arguments.length == 0 || folder.isPresent();
        System.exit(isWindow ? window(folder) : command(arguments));
    }

    /** The folder that the window is to begin with: the only argument, where it is one and names no command. */
    static Optional<Path> folder(String... arguments) {
        if (arguments.length != 1 || arguments[0].startsWith("-") || CommandLineFace.isCommand(arguments[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(arguments[0])).filter(Files::isDirectory).map(Path::toAbsolutePath);
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private static int window(Optional<Path> folder) {
        try {
            WindowFace.open(folder);
            return ExitStatus.DONE.code();
        } catch (RuntimeException failure) {
            if (failure.getCause() != null) {
                keep(failure);
            }
            return CommandLineFace.tell(failure);
        }
    }

    /** What only is in the way of a window is told; what has failed inside is found in the log as well. */
    private static void keep(RuntimeException failure) {
        try (Log log = Log.in(UserFolders.ofThisComputer().logs())) {
            log.failure("at the start of the window", failure);
        }
    }

    static int command(String... arguments) {
        boolean isCommand = !arguments[0].startsWith("-");
        Workbench workbench = isCommand ? early() : late();
        return CommandLineFace.run(() -> workbench, arguments);
    }

    /** A workbench that reads its rules and looks at this computer while the command line is still being understood. */
    private static Workbench early() {
        CompletableFuture<Rulebook> rulebook = CompletableFuture.supplyAsync(Rulebook::shipped);
        CompletableFuture<MachineFacts> machine = CompletableFuture.supplyAsync(MachineProbe::probe);
        Catalogue catalogue = Catalogue.open();
        return new Workbench(
                catalogue,
                rulebook::join,
                machine::join,
                PackageIndexes.ofThisComputer(catalogue),
                CondaChannels.ofThisComputer(catalogue));
    }

    private static Workbench late() {
        return new Workbench(Catalogue.open(), Rulebook::shipped, MachineProbe::probe);
    }
}
