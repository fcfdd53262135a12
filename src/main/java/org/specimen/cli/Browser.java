package org.specimen.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.specimen.machine.OperatingSystem;

/** The browser of the person at the terminal. */
@FunctionalInterface
interface Browser {

    /** Whether one was asked to open a page on this computer's disk. */
    boolean open(Path page);

    static Browser ofThisComputer() {
        return page -> open(
                OperatingSystem.ofThisComputer(), System.getenv(), page.toUri().toString());
    }

    private static boolean open(OperatingSystem system, Map<String, String> environment, String address) {
        boolean hasDesktop = system != OperatingSystem.LINUX
                || environment.containsKey("DISPLAY")
                || environment.containsKey("WAYLAND_DISPLAY");
        if (!hasDesktop) {
            return false;
        }
        try {
            new ProcessBuilder(words(system, address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private static List<String> words(OperatingSystem system, String address) {
        return switch (system) {
            case LINUX -> List.of("xdg-open", address);
            case MACOS -> List.of("open", address);
            case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", address);
        };
    }
}
