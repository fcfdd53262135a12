package org.specimen.app.store;

import java.util.Optional;

/**
 * What was kept, or what takes its place where it could not be read.
 *
 * @param word what went wrong and what became of the file, for the person; empty where all is well
 */
public record Loaded<T>(T value, Optional<String> word) {

    static <T> Loaded<T> well(T value) {
        return new Loaded<>(value, Optional.empty());
    }

    static <T> Loaded<T> insteadOf(String word, T value) {
        return new Loaded<>(value, Optional.of(word));
    }
}
