package org.specimen;

import java.util.concurrent.CompletableFuture;
import org.specimen.advice.Rulebook;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.cli.CommandLineFace;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;

/** Picks the command line or the window. Until there is a window, it is always the command line. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        boolean isCommand = arguments.length > 0 && !arguments[0].startsWith("-");
        Workbench workbench =
                isCommand ? early() : new Workbench(Catalogue.open(), Rulebook::shipped, MachineProbe::probe);
        System.exit(CommandLineFace.run(() -> workbench, arguments));
    }

    /** A workbench that reads its rules and looks at this computer while the command line is still being understood. */
    private static Workbench early() {
        CompletableFuture<Rulebook> rulebook = CompletableFuture.supplyAsync(Rulebook::shipped);
        CompletableFuture<MachineFacts> machine = CompletableFuture.supplyAsync(MachineProbe::probe);
        return new Workbench(Catalogue.open(), rulebook::join, machine::join);
    }
}
