package org.specimen.proof;

import java.util.List;
import java.util.Optional;
import org.specimen.project.Evidence;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * What is to be proved.
 *
 * @param pins the distributions that must be there, on the platform that the environment is made for
 * @param imports the modules that must be importable
 * @param subject empty to make and check the environment alone
 * @param expected files within the project that the run makes anew, with slashes: those that are there now are what its
 *     results are compared with
 * @param tolerance for numbers and pictures
 * @param runs how often the subject is run: twice tells randomness from a difference of computers
 * @param limits of each run
 * @param keys names of environment variables that the person lets the run see; their values are taken from this
 *     computer and are never kept
 */
public record ProofRequest(
        MakeRequest environment,
        List<Pin> pins,
        List<ImportToTry> imports,
        Optional<Subject> subject,
        List<String> expected,
        Tolerance tolerance,
        int runs,
        RunLimits limits,
        List<String> keys) {

    public ProofRequest {
        pins = List.copyOf(pins);
        imports = List.copyOf(imports);
        expected = List.copyOf(expected);
        keys = List.copyOf(keys);
        if (runs < 1) {
            throw new IllegalArgumentException("a subject is run at least once");
        }
    }

    /** A distribution that must be there in exactly this version. */
    public record Pin(PackageName name, Version version) {}

    /**
     * A module that the project imports.
     *
     * @param optional whether the code can do without it
     */
    public record ImportToTry(String module, boolean optional, Evidence evidence) {}

    /**
     * How far results may be apart and still count as the same.
     *
     * @param relative for numbers: of the larger of the two, as in 1e-9
     * @param absolute for numbers: near zero
     * @param pixels for pictures: the share of pixels that may differ, from 0 to 1
     */
    public record Tolerance(double relative, double absolute, double pixels) {

        /** Only what is the same counts as the same. */
        public static final Tolerance NONE = new Tolerance(0, 0, 0);

        public Tolerance {
            if (!(relative >= 0 && absolute >= 0 && pixels >= 0 && pixels <= 1)) {
                throw new IllegalArgumentException("a tolerance is not below zero, and a share of pixels not above 1");
            }
        }
    }
}
