package org.specimen;

import java.util.Arrays;
import java.util.List;

/**
 * Runs several commands in one process, so that an archive of classes can be made that has the classes of all of them.
 * The arguments are those of the commands, with a semicolon between two commands.
 */
final class Training {

    private static final String NEXT = ";";

    private Training() {}

    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    /** Ends with the first exit status that is not 0. */
    private static int run(List<String> arguments) {
        int end = arguments.contains(NEXT) ? arguments.indexOf(NEXT) : arguments.size();
        int status = Launcher.command(arguments.subList(0, end).toArray(String[]::new));
        return status != 0 || end == arguments.size() ? status : run(arguments.subList(end + 1, arguments.size()));
    }
}
