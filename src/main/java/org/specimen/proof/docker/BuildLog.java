package org.specimen.proof.docker;

import com.github.dockerjava.api.model.BuildResponseItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;

/** What the classic builder says: lines, steps, layers that are there already, the image, and an error. */
final class BuildLog {

    /** So many of the last lines are kept, to explain an error by. */
    private static final int KEPT = 200;

    private static final String CACHED = " ---> Using cache";
    private static final Pattern RUNNING = Pattern.compile(" ---> Running in ([0-9a-f]+)");
    private static final Pattern BUILT = Pattern.compile("Successfully built ([0-9a-f]+)");

    private final StepWords words;
    private final ProofListener listener;
    private final Deque<String> last = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private int step;
    private int steps;
    private int reused;
    private @Nullable String image;
    private @Nullable String container;
    private @Nullable String error;

    BuildLog(StepWords words, ProofListener listener) {
        this.words = words;
        this.listener = listener;
    }

    void hear(BuildResponseItem item) {
        if (item.getErrorDetail() != null) {
            error = Objects.requireNonNullElse(item.getErrorDetail().getMessage(), "");
        }
        if (item.getStream() != null) {
            add(item.getStream());
        } else if (item.getStatus() != null && item.getProgressDetail() == null) {
            say(item.getStatus());
        }
    }

    /** Lines come in pieces; a carriage return begins a line anew, as the bars of downloads do. */
    private void add(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n' || character == '\r') {
                endLine();
            } else if (line.length() < LogLine.LONGEST + 1) {
                line.append(character);
            }
        }
    }

    private void endLine() {
        String whole = line.toString();
        line.setLength(0);
        if (!whole.isBlank()) {
            say(whole);
        }
    }

    private void say(String whole) {
        last.addLast(whole);
        if (last.size() > KEPT) {
            last.removeFirst();
        }
        Optional<Matcher> begun = StepWords.step(whole);
        if (begun.isPresent()) {
            step = Integer.parseInt(begun.get().group(1));
            steps = Integer.parseInt(begun.get().group(2));
            listener.progressed(
                    Station.BUILD,
                    Texts.get("step", step, steps, words.of(begun.get().group(3))),
                    step - 1L,
                    steps);
        } else if (whole.equals(CACHED)) {
            reused++;
        } else if (whole.startsWith(" ---> Running in ")) {
            container = id(RUNNING, whole).orElse(container);
        } else if (whole.startsWith("Successfully built ")) {
            image = id(BUILT, whole).orElse(image);
        }
        listener.logged(LogLine.of(Station.BUILD, LogLine.Source.OUTPUT, whole));
    }

    /** Nothing more will come. */
    void end() {
        endLine();
        if (error != null) {
            listener.logged(LogLine.of(Station.BUILD, LogLine.Source.ERRORS, error));
        }
    }

    private static Optional<String> id(Pattern sign, String text) {
        Matcher found = sign.matcher(text);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The container of the last step that has one. */
    Optional<String> container() {
        return Optional.ofNullable(container);
    }

    Optional<String> image() {
        return Optional.ofNullable(image);
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }

    int step() {
        return step;
    }

    int steps() {
        return steps;
    }

    int reused() {
        return reused;
    }

    /** The lines that were said last, oldest first, and the error. */
    String lastLines() {
        return String.join("\n", last) + "\n" + Objects.requireNonNullElse(error, "");
    }
}
