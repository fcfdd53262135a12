package org.specimen.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was worked out for the keys that were asked for last, for as many as it is told to. Threads may share
 * it; two that ask for the same key at once may both work the value out.
 */
final class Recent<K, V> {

    private final int most;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    Recent(int most) {
        this.most = most;
    }

    /**
     * The value of a key.
     *
     * @param find works out what is not remembered; what it throws is thrown on and nothing is remembered
     */
    V get(K key, Function<? super K, ? extends V> find) {
        synchronized (values) {
            @Nullable V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        V found = find.apply(key);
        synchronized (values) {
            values.put(key, found);
            if (values.size() > most) {
                values.remove(values.keySet().iterator().next());
            }
        }
        return found;
    }
}
