package org.specimen.net;

import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;

/** What requests need of the world beside the network: time and chance. */
public record Surroundings(InstantSource clock, Pause pause, RandomGenerator random) {

    public static Surroundings ofThisComputer() {
        return new Surroundings(InstantSource.system(), Pause.REAL, new Random());
    }
}
