package org.specimen.solve;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Some of the candidates of one package, and perhaps its absence, which is the bit behind the last candidate. */
public final class CandidateSet {

    private final int candidates;
    private final long[] words;

    private CandidateSet(int candidates, long[] words) {
        this.candidates = candidates;
        this.words = words;
    }

    /** Every candidate, and absence. */
    static CandidateSet all(int candidates) {
        return new CandidateSet(candidates, new long[words(candidates)]).complement();
    }

    static CandidateSet only(int candidates, int candidate) {
        long[] words = new long[words(candidates)];
        words[candidate >> 6] |= 1L << candidate;
        return new CandidateSet(candidates, words);
    }

    static CandidateSet of(int candidates, BitSet some, boolean orAbsent) {
        if (some.length() > candidates) {
            throw new IllegalArgumentException(
                    "candidate " + (some.length() - 1) + " of a package that has " + candidates);
        }
        long[] words = Arrays.copyOf(some.toLongArray(), words(candidates));
        if (orAbsent) {
            words[candidates >> 6] |= 1L << candidates;
        }
        return new CandidateSet(candidates, words);
    }

    private static int words(int candidates) {
        return (candidates >> 6) + 1;
    }

    /** Whether a candidate is in it. */
    public boolean contains(int candidate) {
        return candidate >= 0 && candidate < candidates && isSet(candidate);
    }

    /** Whether the package may be absent. */
    public boolean allowsAbsence() {
        return isSet(candidates);
    }

    /** Whether every candidate of the package is in it. */
    public boolean hasEveryCandidate() {
        return size() == candidates;
    }

    private boolean isSet(int bit) {
        return (words[bit >> 6] & (1L << bit)) != 0;
    }

    /** How many candidates are in it; absence does not count. */
    public int size() {
        int bits = 0;
        for (long word : words) {
            bits += Long.bitCount(word);
        }
        return allowsAbsence() ? bits - 1 : bits;
    }

    /** The numbers of the candidates in it, in the order of preference. */
    public IntStream stream() {
        return BitSet.valueOf(words).stream().filter(bit -> bit < candidates);
    }

    /** The most preferred candidate in it. */
    int first() {
        for (int word = 0; word < words.length; word++) {
            if (words[word] != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(words[word]);
            }
        }
        throw new IllegalStateException("no candidate is left");
    }

    boolean isEmpty() {
        for (long word : words) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every candidate, and absence, are in it. */
    boolean isAll() {
        return allowsAbsence() && hasEveryCandidate();
    }

    boolean isSubsetOf(CandidateSet other) {
        for (int word = 0; word < words.length; word++) {
            if ((words[word] & ~other.words[word]) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isDisjointFrom(CandidateSet other) {
        for (int word = 0; word < words.length; word++) {
            if ((words[word] & other.words[word]) != 0) {
                return false;
            }
        }
        return true;
    }

    CandidateSet and(CandidateSet other) {
        long[] both = new long[words.length];
        for (int word = 0; word < words.length; word++) {
            both[word] = words[word] & other.words[word];
        }
        return new CandidateSet(candidates, both);
    }

    CandidateSet or(CandidateSet other) {
        long[] either = new long[words.length];
        for (int word = 0; word < words.length; word++) {
            either[word] = words[word] | other.words[word];
        }
        return new CandidateSet(candidates, either);
    }

    /** What is not in it. */
    CandidateSet complement() {
        long[] others = new long[words.length];
        for (int word = 0; word < words.length; word++) {
            others[word] = ~words[word];
        }
        int used = (candidates & 63) + 1;
        if (used < 64) {
            others[words.length - 1] &= (1L << used) - 1;
        }
        return new CandidateSet(candidates, others);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CandidateSet set && candidates == set.candidates && Arrays.equals(words, set.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return BitSet.valueOf(words) + " of " + candidates;
    }
}
