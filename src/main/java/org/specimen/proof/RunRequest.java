package org.specimen.proof;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A program to be run in an environment.
 *
 * @param words the program and its arguments, never for a shell
 * @param workFolder a folder of this computer that is the program's working folder; what it writes there is there
 *     afterwards. In a container it takes the place of the image's working folder
 * @param input what the program reads on standard input, UTF-8
 * @param variables of the environment, with their values: never logged and never kept
 */
public record RunRequest(
        List<String> words, Path workFolder, String input, SortedMap<String, String> variables, RunLimits limits) {

    public RunRequest {
        words = List.copyOf(words);
        variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    }

    public RunRequest(
            List<String> words, Path workFolder, String input, Map<String, String> variables, RunLimits limits) {
        this(words, workFolder, input, new TreeMap<>(variables), limits);
    }

    /** The values of the variables are not told. */
    @Override
    public String toString() {
        return "RunRequest[words=" + words + ", workFolder=" + workFolder + ", variables=" + variables.keySet() + "]";
    }
}
