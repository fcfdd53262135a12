package org.specimen.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.specimen.conda.PackageRecord;

/**
 * The variant of a build for CPU or GPU, as conda-forge writes it into the build string ({@code cpu_generic_py312…},
 * {@code cuda126_mkl_py312…}).
 */
enum BuildVariant {
    CUDA("cuda"),
    CPU("cpu");

    private final String word;

    BuildVariant(String word) {
        this.word = word;
    }

    /** The pattern that keeps to the variant of these records; empty where they are of none, or not all of one. */
    static Optional<String> pattern(Collection<PackageRecord> records) {
        for (BuildVariant variant : List.of(CUDA, CPU)) {
            if (!records.isEmpty()
                    && records.stream().allMatch(record -> record.build().contains(variant.word))) {
                return Optional.of("*" + variant.word + "*");
            }
        }
        return Optional.empty();
    }
}
