package org.specimen.format;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded texts made of everything that some format takes for its own language. */
public final class HostileText {

    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "`",
            "```",
            "$",
            "${HOME}",
            "$(id)",
            "\\",
            "\\\\",
            "\\n",
            "#",
            " #",
            "# syntax=x",
            "# escape=`",
            "<<EOF",
            "<<-'EOF'",
            "EOF",
            "-",
            "--",
            "--mount=type=secret",
            "--from=other",
            "&&",
            ";",
            "|",
            "||",
            ">",
            "<",
            "*",
            "?",
            "[",
            "]",
            "[\"a\"]",
            "{",
            "}",
            "!",
            "!important",
            "&anchor",
            "*alias",
            "%",
            "@",
            "=",
            ": ",
            ":",
            ", ",
            "~",
            "null",
            "yes",
            "3.10",
            "1e3",
            "0x1F",
            ".",
            "..",
            "/",
            "a",
            "numpy",
            "name: x",
            "- item",
            "\u00e9",
            "\u6c34",
            "\u05d0",
            "\uD83D\uDE00",
            "\u2018",
            "\u2019",
            "\u00a0",
            " ",
            "  ",
            "| --- |",
            "<script>",
            "](x)",
            "RUN rm -rf /",
            "coding: rot13");

    private static final List<String> BREAKS = List.of(
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\u0085",
            "\u2028",
            "\u2029",
            "\u000b",
            "\f",
            "\u0007",
            "\u001b[31m",
            "\ufeff",
            "\u202e",
            "\u2066",
            "\n\nRUN evil\n",
            "\n```\n# evil\n",
            "\n- evil\n",
            "\n--hash=sha256:0\n");

    private HostileText() {}

    /** Texts on one line, without control characters: what a plan may hold. */
    public static Stream<String> lines(long seed, int count) {
        return texts(new Random(seed), PIECES, count);
    }

    /** Texts with line breaks, control characters and marks of direction too. */
    public static Stream<String> anything(long seed, int count) {
        List<String> all = Stream.concat(PIECES.stream(), BREAKS.stream()).toList();
        return texts(new Random(seed), all, count);
    }

    private static Stream<String> texts(Random random, List<String> pieces, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> IntStream.rangeClosed(0, random.nextInt(8))
                        .mapToObj(piece -> pieces.get(random.nextInt(pieces.size())))
                        .collect(Collectors.joining()));
    }
}
