package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<String> workedOut = new ArrayList<>();

    private String find(String key) {
        workedOut.add(key);
        return "value of " + key;
    }

    @Test
    void whatWasAskedForIsNotWorkedOutAgain() {
        Recent<String, String> recent = new Recent<>(2);

        recent.get("numpy", this::find);

        assertThat(recent.get("numpy", this::find)).isEqualTo("value of numpy");
        assertThat(workedOut).containsExactly("numpy");
    }

    @Test
    void theKeyThatWasAskedForLeastRecentlyIsForgotten() {
        Recent<String, String> recent = new Recent<>(2);

        List.of("numpy", "pandas", "numpy", "scipy", "numpy", "pandas").forEach(key -> recent.get(key, this::find));

        assertThat(workedOut).containsExactly("numpy", "pandas", "scipy", "pandas");
    }

    @Test
    void afterAFailureTheKeyIsWorkedOutAnew() {
        Recent<String, String> recent = new Recent<>(2);

        assertThatThrownBy(() -> recent.get("numpy", key -> {
                    throw new IllegalStateException("damaged");
                }))
                .hasMessage("damaged");

        assertThat(recent.get("numpy", this::find)).isEqualTo("value of numpy");
    }

    @Test
    void threadsThatShareItGetTheValuesOfTheirKeys() throws Exception {
        Recent<Integer, String> recent = new Recent<>(16);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> walks = IntStream.range(0, 4)
                    .<Callable<List<String>>>mapToObj(thread -> () -> IntStream.range(0, 20_000)
                            .mapToObj(step -> recent.get((step * (thread + 1)) % 64, key -> "value of " + key)
                                    .equals("value of " + (step * (thread + 1)) % 64))
                            .map(Object::toString)
                            .distinct()
                            .toList())
                    .toList();

            for (var walk : threads.invokeAll(walks)) {
                assertThat(walk.get()).containsExactly("true");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
