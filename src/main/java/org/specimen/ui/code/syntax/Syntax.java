package org.specimen.ui.code.syntax;

import java.util.List;
import java.util.function.Function;
import org.specimen.files.FileRole;

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

    /** The format of a file of the set. */
    public static Syntax of(FileRole role) {
        return switch (role) {
            case PLAN, ENVIRONMENT_YML, CONDA_LOCK -> YAML;
            case REQUIREMENTS_IN, REQUIREMENTS, REFERENCES -> REQUIREMENTS;
            case DOCKERFILE -> DOCKERFILE;
            case DOCKERIGNORE -> PATTERNS;
            case GUIDE -> MARKDOWN;
            case PYTHON_VERSION, PYLOCK -> PLAIN;
        };
    }

    /** The tokens of each line, from left to right and apart from each other. */
    public List<List<Token>> tokens(List<String> lines) {
        return tokens.apply(lines);
    }
}
