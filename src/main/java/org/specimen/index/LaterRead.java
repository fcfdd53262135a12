package org.specimen.index;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that cannot be changed, and is read when it is first looked into: most releases are never looked at. */
final class LaterRead<T> extends AbstractList<T> {

    private final int size;
    private final Supplier<List<T>> reading;
    private volatile @Nullable List<T> read;

    LaterRead(int size, Supplier<List<T>> reading) {
        this.size = size;
        this.reading = reading;
    }

    @Override
    public T get(int index) {
        List<T> known = read;
        if (known == null) {
            known = List.copyOf(reading.get());
            read = known;
        }
        return known.get(index);
    }

    @Override
    public int size() {
        return size;
    }
}
