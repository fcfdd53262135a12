package org.specimen.ui.files.syntax;

import java.util.List;
import java.util.function.Function;

/** The formats whose texts have colours. */
public enum Syntax {
    YAML(YamlTokens::of),
    REQUIREMENTS(RequirementsTokens::of),
    DOCKERFILE(DockerfileTokens::of),
    MARKDOWN(MarkdownTokens::of),
    /** Lines of patterns, as in .dockerignore. */
    PATTERNS(PatternTokens::of),
    PLAIN(lines -> lines.stream().map(line -> List.<Token>of()).toList());

    /** Longer lines have no colours: nobody wrote them by hand, and patterns would take their time over them. */
    static final int LONGEST_LINE = 2_000;

    @SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
    private final Function<List<String>, List<List<Token>>> tokens;

    Syntax(Function<List<String>, List<List<Token>>> tokens) {
        this.tokens = tokens;
    }

    /** The tokens of each line, from left to right and apart from each other. */
    public List<List<Token>> tokens(List<String> lines) {
        return tokens.apply(lines);
    }
}
