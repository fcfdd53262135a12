package org.specimen.conda;

/**
 * What the build number of a package must be: {@code 3}, {@code >=3} (conda documentation, "Package match
 * specifications", {@code build_number}).
 *
 * @param number not negative
 */
public record BuildNumberSpec(Comparison comparison, long number) {

    /** @throws IllegalArgumentException if the number is negative */
    public BuildNumberSpec {
        if (number < 0) {
            throw new IllegalArgumentException("a build number is not negative: " + number);
        }
    }

    /**
     * Reads a number with an optional operator before it: {@code == != < <= > >=}, or {@code =} for equal.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public static BuildNumberSpec parse(String text) {
        String spec = text.strip();
        Comparison comparison = Comparison.EQUAL;
        int start = 0;
        while (start < spec.length() && "=!<>~".indexOf(spec.charAt(start)) >= 0) {
            start++;
        }
        String operator = spec.substring(0, start);
        if (!operator.isEmpty() && !operator.equals("=")) {
            comparison = Comparison.ofSymbol(operator)
                    .orElseThrow(() -> invalid(text, "its operator is none of == = != < <= > >="));
        }
        String digits = spec.substring(start).strip();
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw invalid(text, "a number of at most 18 digits is expected");
        }
        return new BuildNumberSpec(comparison, Long.parseLong(digits));
    }

    private static IllegalArgumentException invalid(String text, String reason) {
        return new IllegalArgumentException(
                "not a condition on a build number: " + Excerpt.of(text) + " (" + reason + ")");
    }

    public boolean matches(long buildNumber) {
        return comparison.holds(Long.compare(buildNumber, number));
    }

    /** {@code 3} for equality, otherwise with the operator. */
    @Override
    public String toString() {
        return comparison == Comparison.EQUAL ? Long.toString(number) : comparison.symbol() + number;
    }
}
