package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {

    static Stream<String> hostileTexts() {
        return HostileText.anything(7, 500);
    }

    @Test
    void takesTheMeaningFromEveryMark() {
        assertThat(Markdown.text("a*b_c|d<e>[f](g)")).isEqualTo("a\\*b\\_c\\|d\\<e\\>\\[f\\](g)");
        assertThat(Markdown.text("# a")).isEqualTo("\\# a");
        assertThat(Markdown.text("- a")).isEqualTo("\\- a");
        assertThat(Markdown.text("1. a")).isEqualTo("1\\. a");
        assertThat(Markdown.text("10 trees")).isEqualTo("10 trees");
        assertThat(Markdown.text("plain words, with a full stop.")).isEqualTo("plain words, with a full stop.");
    }

    @Test
    void writesNamesInMoreBackticksThanTheyHold() {
        assertThat(Markdown.code("a")).isEqualTo("`a`");
        assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
        assertThat(Markdown.code("`a")).isEqualTo("`` `a ``");
        assertThat(Markdown.codeInTable("a|b")).isEqualTo("`a\\|b`");
    }

    @Test
    void fencesABlockWithMoreBackticksThanItHolds() {
        assertThat(Markdown.block("sh", List.of("echo '```'"))).isEqualTo("````sh\necho '```'\n````\n");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void staysOnItsLineAndInItsFence(String text) {
        assertThat(Markdown.text(text).lines().count()).isLessThanOrEqualTo(1);
        assertThat(Markdown.text(text)).doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*[`*_<>|\\[\\]]");
        String code = Markdown.code(text);
        String fence = code.replaceFirst("[^`].*$", "");
        assertThat(code.substring(fence.length(), code.length() - fence.length()))
                .doesNotContainPattern("(?<!`)" + fence + "(?!`)");
        List<String> block = Markdown.block("sh", text.lines().toList()).lines().toList();
        String blockFence = block.get(0).replace("sh", "");
        assertThat(block.subList(1, block.size() - 1))
                .noneMatch(line -> line.strip().startsWith(blockFence));
        assertThat(block.get(block.size() - 1)).isEqualTo(blockFence);
    }
}
