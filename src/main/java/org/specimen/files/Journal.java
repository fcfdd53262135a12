package org.specimen.files;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.problem.OutsideFailure;

/**
 * What one write does to the project's files, as it stands in the file {@code manifest}: first the redo log of the write
 * under way, then the record that its undo goes by.
 *
 * @param undoes the number of the write that this one takes back
 */
record Journal(Optional<String> undoes, List<Step> steps) {

    private static final String HEADER = "specimen-journal 1";
    private static final String END = "end";

    /**
     * One file.
     *
     * @param path relative to the project folder, links resolved
     * @param before the digest of what lay there, {@link Digest#ABSENT} if nothing did
     * @param after the digest of what shall lie there, {@link Digest#ABSENT} if the file goes
     */
    record Step(String path, String before, String after) {

        boolean replaces() {
            return !before.equals(Digest.ABSENT);
        }

        boolean removes() {
            return after.equals(Digest.ABSENT);
        }
    }

    Journal {
        steps = List.copyOf(steps);
    }

    /** One step a line; paths are percent-encoded, so that none can break out of its line. */
    String toText() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        undoes.ifPresent(number -> text.append("undoes ").append(number).append('\n'));
        for (Step step : steps) {
            text.append(step.before()).append(' ').append(step.after()).append(' ');
            text.append(URLEncoder.encode(step.path(), StandardCharsets.UTF_8)).append('\n');
        }
        return text.append(END).append('\n').toString();
    }

    /** @throws OutsideFailure if the text is not one that {@link #toText} made, whole */
    static Journal parse(String file, String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2
                || !lines.get(0).equals(HEADER)
                || !lines.get(lines.size() - 1).equals(END)) {
            throw damaged(file);
        }
        Optional<String> undoes = Optional.empty();
        List<Step> steps = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 1)) {
            String[] words = line.split(" ", -1);
            if (words.length == 2 && words[0].equals("undoes")) {
                undoes = Optional.of(words[1]);
            } else if (words.length == 3) {
                steps.add(new Step(decode(file, words[2]), words[0], words[1]));
            } else {
                throw damaged(file);
            }
        }
        return new Journal(undoes, steps);
    }

    private static String decode(String file, String path) {
        try {
            return URLDecoder.decode(path, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw damaged(file);
        }
    }

    private static OutsideFailure damaged(String file) {
        return new OutsideFailure(file + ", Specimen's own record of a write, is damaged or from a newer version."
                + " Move the folder .specimen away to go on; what was replaced lies in it.");
    }
}
