package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class AdviceTextsTest {

    @Test
    void everySentenceTakesItsGaps() {
        ResourceBundle bundle = ResourceBundle.getBundle("org.specimen.advice.advice", Locale.ROOT);
        for (String key : bundle.keySet()) {
            String text = AdviceTexts.text(key, "one", "two", "three", "four");

            assertThat(text).as(key).isNotBlank().doesNotContain("{", "!");
        }
    }

    @Test
    void whatFillsAGapIsNotSearchedForGaps() {
        assertThat(AdviceTexts.text("source.found.at", "{1} $1 \\", "map.py"))
                .isEqualTo("found in the project: {1} $1 \\ (map.py)");
    }

    @Test
    void everyQuestionCanBeAsked() {
        for (Question question : Question.values()) {
            assertThat(question.text()).endsWith("?");
        }
    }
}
