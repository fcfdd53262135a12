package org.specimen.ui.session;

import java.util.Optional;
import org.specimen.ui.task.Failure;

/** Something that is worked out in the background. */
public sealed interface Outcome<T> {

    /** There is nothing to work it out from yet. */
    record Nothing<T>() implements Outcome<T> {}

    /**
     * It is under way.
     *
     * @param last what held before; empty the first time
     */
    record Working<T>(Optional<T> last) implements Outcome<T> {}

    record Ready<T>(T result) implements Outcome<T> {}

    /**
     * It cannot be had.
     *
     * @param last what held before
     */
    record Failed<T>(Failure failure, Optional<T> last) implements Outcome<T> {}

    /** What is known of it: the result, or the one that held before. */
    default Optional<T> known() {
        if (this instanceof Ready<T> ready) {
            return Optional.of(ready.result());
        }
        if (this instanceof Working<T> working) {
            return working.last();
        }
        return this instanceof Failed<T> failed ? failed.last() : Optional.empty();
    }

    /** The result, where it is up to date. */
    default Optional<T> ready() {
        return this instanceof Ready<T> ready ? Optional.of(ready.result()) : Optional.empty();
    }

    default Optional<Failure> whyNot() {
        return this instanceof Failed<T> failed ? Optional.of(failed.failure()) : Optional.empty();
    }
}
