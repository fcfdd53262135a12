package org.specimen.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

class SolverTest {

    private final NamedUniverse universe = new NamedUniverse();

    @Test
    void takesWhatIsPreferredAndAllThatItNeeds() {
        universe.with("app", "2", "lib 2")
                .with("app", "1", "lib 1")
                .with("lib", "2")
                .with("lib", "1")
                .with("other", "1");

        assertThat(universe.solution("app")).containsExactly("app 2", "lib 2");
        assertThat(universe.solution("app 1")).containsExactly("app 1", "lib 1");
        assertThat(universe.solution()).isEmpty();
    }

    /** PubGrub's documentation, "Avoiding Conflict During Decision Making". */
    @Test
    void avoidsACandidateThatAnEarlierNeedRulesOut() {
        universe.with("foo", "1.1", "bar 2")
                .with("foo", "1.0")
                .with("bar", "2")
                .with("bar", "1.1")
                .with("bar", "1.0");

        assertThat(universe.solution("foo 1", "bar 1")).containsExactly("bar 1.1", "foo 1.0");
    }

    /** PubGrub's documentation, "Performing Conflict Resolution". */
    @Test
    void takesAnOlderParentWhereTheNewestLeadsNowhere() {
        universe.with("foo", "2", "bar 1").with("foo", "1").with("bar", "1", "foo 1");

        assertThat(universe.solution("foo")).containsExactly("foo 1");
    }

    /** PubGrub's documentation, "Conflict Resolution With a Partial Satisfier". */
    @Test
    void learnsFromWhatOnlyPartlyCausedAConflict() {
        universe.with("foo", "1.1", "left 1", "right 1")
                .with("foo", "1.0")
                .with("left", "1", "shared")
                .with("right", "1", "shared 1")
                .with("shared", "2")
                .with("shared", "1", "target 1")
                .with("target", "2")
                .with("target", "1");

        assertThat(universe.solution("foo 1", "target 2")).containsExactly("foo 1.0", "target 2");
    }

    @Test
    void aConstraintBindsOnlyWhatIsChosenForAnotherReason() {
        universe.with("app", "1", "?lib 1")
                .with("user", "1", "lib")
                .with("lib", "2")
                .with("lib", "1");

        assertThat(universe.solution("app")).containsExactly("app 1");
        assertThat(universe.solution("app", "user")).containsExactly("app 1", "lib 1", "user 1");
        assertThat(universe.solution("user", "?lib 1")).containsExactly("lib 1", "user 1");
        assertThat(universe.explanation("app", "user", "lib 2")).isNotEmpty();
    }

    @Test
    void packagesMayNeedEachOtherAndThemselves() {
        universe.with("hen", "1", "egg", "hen 1").with("egg", "1", "hen");

        assertThat(universe.solution("hen")).containsExactly("egg 1", "hen 1");
    }

    @Test
    void whatNeedsAnotherCandidateOfItselfCannotBeUsed() {
        universe.with("odd", "2", "odd 1").with("odd", "1");

        assertThat(universe.solution("odd")).containsExactly("odd 1");
        assertThat(universe.explanation("odd 2")).isNotEmpty();
    }

    @Test
    void looksOnlyAtWhatIsNeeded() {
        universe.with("app", "2", "lib")
                .with("app", "1", "old", "?far 1")
                .with("lib", "1", "?far 1")
                .with("far", "1")
                .with("old", "1");

        universe.solve("app");

        assertThat(universe.looked).containsExactly("app", "lib");
        assertThat(universe.expected).containsExactly("app", "lib");
    }

    /** Each version of a package needs the same version of the next, and the last package does not exist. */
    @Test
    void manyCandidatesAndADeepChainAreCheap() {
        int depth = 2_000;
        AtomicInteger asked = new AtomicInteger();
        Universe<Integer, Integer> chain = new Universe<>() {
            @Override
            public int candidates(Integer name) {
                return name == depth ? 0 : 5_000;
            }

            @Override
            public BitSet matching(Integer name, Integer wanted) {
                BitSet matching = new BitSet();
                matching.set(wanted, name == depth ? wanted : wanted + 1);
                return matching;
            }

            @Override
            public List<Need<Integer, Integer>> needs(Integer name, int candidate) {
                asked.incrementAndGet();
                return List.of(Need.requires(name + 1, candidate));
            }
        };

        var outcome = Solver.solve(chain, List.of(Need.requires(0, 4_999)), Progress.NONE);

        assertThat(asked).hasValue(depth);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Contradiction.class,
                        contradiction -> assertThat(
                                        Explanation.grounds(((Outcome.Contradiction<?, ?>) contradiction).proof()))
                                .hasSize(depth + 1));
    }

    @Test
    void endsWhenItIsCancelled() {
        universe.with("app", "1");
        Progress cancelled = new Progress() {
            @Override
            public void doing(String what, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> Solver.solve(universe, List.of(NamedUniverse.need("app")), cancelled))
                .isInstanceOf(Cancelled.class);
    }
}
