package org.specimen.files;

import java.util.List;
import java.util.Set;
import org.specimen.format.EditedText;

/**
 * Merges .dockerignore. Ours is one block at the top, between two comments by which it is found again; what a person
 * wrote stands behind it, since the last pattern that matches decides (Docker, "Build context", ".dockerignore files"): so
 * theirs wins.
 */
final class DockerignoreMerge {

    private static final String BEGIN = "# >>> Specimen >>> Lines between these two comments are brought up to date.";
    private static final String END =
            "# <<< Specimen <<< Your own lines go below; the last pattern that matches decides.";

    /** How the comments are known again; the rest of the line may have changed. */
    private static final String BEGIN_SIGN = "# >>> Specimen >>>";

    private static final String END_SIGN = "# <<< Specimen <<<";
    private static final Set<String> EVERYTHING = Set.of("*", "/*", "**", "/**", "**/*", ".");
    private static final String NEEDS_NEGATIONS = "Your .dockerignore leaves everything out but what it names: name the"
            + " files that the Dockerfile copies there too, as in !requirements.txt.";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private DockerignoreMerge() {}

    /** Our block alone, for where there is no file yet. */
    static String alone(String ours) {
        return BEGIN + "\n" + ours + END + "\n";
    }

    /**
     * Puts our block above the lines of a person's own.
     *
     * @param theirs the file as it is, with line feeds only
     * @param block what {@link #alone} gave
     */
    static EditedText merge(String theirs, String block) {
        // Docker takes a byte order mark away at the start of the file only.
        String own = withoutBlocks(theirs.startsWith(BYTE_ORDER_MARK) ? theirs.substring(1) : theirs);
        boolean everything = own.lines().map(String::strip).anyMatch(EVERYTHING::contains);
        return new EditedText(block + own, everything ? List.of(NEEDS_NEGATIONS) : List.of());
    }

    /** What lies outside blocks; a lone sign of a block goes without taking a person's lines with it. */
    private static String withoutBlocks(String text) {
        StringBuilder own = new StringBuilder();
        StringBuilder open = new StringBuilder();
        boolean inBlock = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith(BEGIN_SIGN)) {
                own.append(open);
                open.setLength(0);
                inBlock = true;
            } else if (line.startsWith(END_SIGN)) {
                open.setLength(0);
                inBlock = false;
            } else {
                (inBlock ? open : own).append(line).append('\n');
            }
        }
        return own.append(open).toString();
    }
}
