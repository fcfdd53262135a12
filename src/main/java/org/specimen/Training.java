package org.specimen;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.specimen.problem.ExitStatus;

/**
 * Runs several commands in one process, so that an archive of classes can be made that has the classes of all of them.
 * The arguments are those of the commands, with a semicolon between two commands; {@value #INDEX} among them is the
 * address of an index that there is meanwhile, and {@value #REFUSED} before a command says that its answer is to be no.
 */
final class Training {

    private static final String NEXT = ";";
    private static final String INDEX = "INDEX";
    private static final String REFUSED = "REFUSED";

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        try (TrainingIndex index = TrainingIndex.open()) {
            System.exit(run(Arrays.stream(arguments)
                    .map(argument -> argument.equals(INDEX) ? index.address().toString() : argument)
                    .toList()));
        }
    }

    /** Ends with the status of the first command that ends otherwise than it should; else with 0. */
    private static int run(List<String> arguments) {
        int end = arguments.contains(NEXT) ? arguments.indexOf(NEXT) : arguments.size();
        boolean isRefused = arguments.get(0).equals(REFUSED);
        int status = Launcher.command(arguments.subList(isRefused ? 1 : 0, end).toArray(String[]::new));
        if (status != (isRefused ? ExitStatus.NO : ExitStatus.DONE).code()) {
            return status == 0 ? ExitStatus.FAULT.code() : status;
        }
        return end == arguments.size() ? 0 : run(arguments.subList(end + 1, arguments.size()));
    }
}
