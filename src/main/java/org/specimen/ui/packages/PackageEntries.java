package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.specimen.format.RequirementsFile;
import org.specimen.format.RequirementsFile.Line;
import org.specimen.python.Requirement;

/**
 * What a person typed or pasted: one requirement, a list, or the lines of a requirements.txt.
 *
 * @param unreadable what could not be made out, as it was typed
 */
record PackageEntries(List<Entry> entries, List<String> unreadable) {

    private static final Pattern INSTALL =
            Pattern.compile("^\\s*(?:[$!%>]\\s*)?(?:python3? -m )?(?:pip3?|conda|mamba) install\\s+");
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9._-]+(?:[\\s,;]+[A-Za-z0-9._-]+)+");

    private static final Pattern NAME_AND_VERSION =
            Pattern.compile("^([A-Za-z0-9._-]+)\\s+([0-9]+(?:\\.[0-9A-Za-z]+)*)$");
    private static final Pattern AS_CONDA_WRITES = Pattern.compile("^([A-Za-z0-9._-]+)=([0-9]+(?:\\.[0-9]+)*)$");

    private static final Pattern FIRST_WORD = Pattern.compile("^\\s*([A-Za-z0-9._-]+)");

    /**
     * A requirement, with the comment that stood behind it.
     *
     * @param typed its name in the letters that were typed: import names tell capitals from small ones
     */
    record Entry(Requirement requirement, String typed, String why) {
        /** Whether it is nothing but a name. */
        boolean isName() {
            return requirement.specifiers().isAny() && requirement.url().isEmpty();
        }
    }

    PackageEntries {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }

    static PackageEntries read(String text) {
        List<String> lines = text.lines().flatMap(PackageEntries::apart).toList();
        List<Entry> entries = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Line line : RequirementsFile.parse(String.join("\n", lines)).lines()) {
            if (line instanceof RequirementsFile.Wanted wanted) {
                entries.add(new Entry(
                        wanted.requirement(),
                        firstWord(lines.get(wanted.line() - 1), wanted.requirement()),
                        PackageChanges.oneLine(wanted.comment())));
            } else {
                told(line).ifPresent(unreadable::add);
            }
        }
        return new PackageEntries(entries, unreadable);
    }

    private static String firstWord(String line, Requirement requirement) {
        Matcher word = FIRST_WORD.matcher(line);
        return word.find() ? word.group(1) : requirement.name().value();
    }

    /** Names in one line stand in lines of their own; the command before them goes. */
    private static Stream<String> apart(String line) {
        String list = INSTALL.matcher(line).replaceFirst("").strip();
        list = NAME_AND_VERSION.matcher(list).replaceFirst("$1==$2");
        list = AS_CONDA_WRITES.matcher(list).replaceFirst("$1==$2.*");
        return NAMES.matcher(list).matches() ? Stream.of(list.split("[\\s,;]+")) : Stream.of(list);
    }

    private static Optional<String> told(Line line) {
        if (line instanceof RequirementsFile.Unreadable unreadable) {
            return Optional.of(unreadable.text());
        }
        if (line instanceof RequirementsFile.Reference reference) {
            return Optional.of(reference.target());
        }
        if (line instanceof RequirementsFile.Include include) {
            return Optional.of(include.path());
        }
        return Optional.empty();
    }
}
