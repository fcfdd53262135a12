package org.specimen.ui.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.specimen.advice.Stack;
import org.specimen.proof.Station;
import org.specimen.ui.text.Texts;

/** What the stations of a stack are called. */
record StationNames(Stack stack) {

    private static final Texts TEXTS = Texts.of(StationNames.class);

    /** The stations that this stack has, in their order. */
    List<Station> stations() {
        return Arrays.stream(Station.values())
                .filter(station -> station != Station.BASE_IMAGE || stack.usesDocker())
                .toList();
    }

    String of(Station station) {
        return TEXTS.get(key(station));
    }

    /** The question that it answers, or what it leaves. */
    String whatIs(Station station) {
        return TEXTS.get(key(station) + ".what");
    }

    private String key(Station station) {
        return switch (station) {
            case TOOL ->
                switch (stack) {
                    case VENV -> "station.python";
                    case CONDA -> "station.conda";
                    case DOCKER, DOCKER_CONDA -> "station.engine";
                };
            case BUILD -> stack.usesDocker() ? "station.build" : "station.environment";
            default -> "station." + station.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
