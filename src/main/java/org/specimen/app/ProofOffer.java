package org.specimen.app;

import java.util.List;

/**
 * What a person can choose before a proof, as far as the project tells.
 *
 * @param sandboxed whether the run is held in a container; a venv and a conda environment let it do what the person may
 * @param commands what may be run, likeliest first, each as its words; the plan's own command is the first
 * @param results files that look like results, by path: what a run may be compared with
 * @param keys the keys that the code reads from the environment
 */
public record ProofOffer(boolean sandboxed, List<List<String>> commands, List<String> results, List<Key> keys) {

    public ProofOffer {
        commands = commands.stream().map(List::copyOf).toList();
        results = List.copyOf(results);
        keys = List.copyOf(keys);
    }

    /**
     * The name of a key.
     *
     * @param isSet whether this computer has a value for it
     */
    public record Key(String name, boolean isSet) {}
}
