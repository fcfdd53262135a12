package org.specimen.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of PubGrub's documentation, section "Error Reporting", in our words. */
class ExplanationTest {

    private final NamedUniverse universe = new NamedUniverse();

    @Test
    void aLineEachConclusion() {
        universe.with("foo", "1", "bar 2")
                .with("bar", "2", "baz 3")
                .with("baz", "3")
                .with("baz", "1");

        assertThat(universe.explanation("foo 1", "baz 1"))
                .containsExactly(
                        "Because every bar needs baz 3 and every foo needs bar 2, every foo needs baz 3.",
                        "And because the project needs baz 1 and the project needs foo 1, what the project needs cannot"
                                + " be had together.");
    }

    @Test
    void aBranchThatIsNeededTwiceHasANumber() {
        universe.with("foo", "1.1", "x 1", "y 1")
                .with("foo", "1.0", "a 1", "b 1")
                .with("a", "1", "b 2")
                .with("b", "2")
                .with("b", "1")
                .with("x", "1", "y 2")
                .with("y", "2")
                .with("y", "1");

        assertThat(universe.explanation("foo 1"))
                .containsExactly(
                        "Because every a needs b 2 and foo 1.0 needs b 1, every a conflicts with foo 1.0.",
                        "And because foo 1.0 needs a 1, foo 1.0 is ruled out (1).",
                        "Because every x needs y 2 and foo 1.1 needs y 1, every x conflicts with foo 1.1.",
                        "And because foo 1.1 needs x 1, foo 1.1 is ruled out.",
                        "And because foo 1.0 is ruled out (1), every foo is ruled out.",
                        "And because the project needs foo 1, what the project needs cannot be had together.");
    }

    @Test
    void whatThereIsNot() {
        universe.with("foo", "1", "bar 9").with("bar", "1");

        assertThat(universe.explanation("foo"))
                .containsExactly(
                        "Because every foo needs bar 9 (there is none) and the project needs foo, what the project"
                                + " needs cannot be had together.");
        assertThat(universe.explanation("bar 2")).containsExactly("The project needs bar 2 (there is none).");
        assertThat(universe.explanation("nothing")).containsExactly("The project needs nothing (there is none).");
    }

    @Test
    void aConstraint() {
        universe.with("foo", "1", "?bar 1").with("bar", "2").with("bar", "1");

        assertThat(universe.explanation("foo", "bar 2"))
                .containsExactly(
                        "Because every foo goes only with bar 1 and the project needs bar 2, every foo is ruled out.",
                        "And because the project needs foo, what the project needs cannot be had together.");
    }
}
