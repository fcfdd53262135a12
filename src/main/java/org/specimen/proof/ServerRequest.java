package org.specimen.proof;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program that is to listen on a port of this computer alone, in an environment.
 *
 * @param folder the program's working folder: it works on the files of this computer themselves, not on a copy
 * @param port of 127.0.0.1
 * @param secret given in a file that nobody else may read: it stands in no argument, variable, image or log
 * @param variables of the environment, with their values: never logged and never kept
 * @param limits the memory and the GPU; it may reach the network, and as long as it is wanted
 */
public record ServerRequest(
        Program program, Path folder, int port, String secret, SortedMap<String, String> variables, RunLimits limits) {

    public ServerRequest {
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    /** What is started, as far as it depends on where it runs. */
    public interface Program {

        /**
         * The program and its arguments, never for a shell.
         *
         * @param address it listens on, as its environment sees it
         * @param port likewise
         */
        List<String> words(String address, int port);

        /**
         * Its variables.
         *
         * @param secretFile where the secret stands, as its environment sees it
         */
        Map<String, String> variables(String secretFile);
    }

    /** Neither the secret nor the values of the variables are told. */
    @Override
    public String toString() {
        return "ServerRequest[folder=" + folder + ", port=" + port + ", variables=" + variables.keySet() + "]";
    }
}
