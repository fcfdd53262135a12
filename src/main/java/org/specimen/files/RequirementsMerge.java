package org.specimen.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.format.EditedText;
import org.specimen.python.PackageName;

/**
 * Merges requirements.in: comments, blank lines, extra lines and their order stay, packages that we pin get our
 * requirement in place, and what is missing comes at the end.
 */
final class RequirementsMerge {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<PackageName, Deque<RequirementsLine>> pins = new LinkedHashMap<>();
    private final Set<PackageName> met = new HashSet<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private RequirementsMerge(List<RequirementsLine> ours) {
        for (RequirementsLine line : ours) {
            line.name()
                    .ifPresent(name -> pins.computeIfAbsent(name, first -> new ArrayDeque<>())
                            .add(line));
        }
    }

    /**
     * Brings our requirements into a file of a person's own. Merging the result again changes nothing.
     *
     * @param theirs the file as it is, with line feeds only
     * @param ours what we would write if there were none
     */
    static EditedText merge(String theirs, String ours) {
        if (theirs.isBlank()) {
            return new EditedText(ours, List.of());
        }
        String mark = theirs.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        List<RequirementsLine> ourLines = RequirementsLine.split(ours);
        List<RequirementsLine> theirLines = RequirementsLine.split(theirs.substring(mark.length()));
        RequirementsMerge merge = new RequirementsMerge(ourLines);
        theirLines.forEach(merge::meet);
        merge.addMissing(ourLines, theirLines);
        return new EditedText(mark + String.join("\n", merge.lines) + "\n", merge.notes);
    }

    private void meet(RequirementsLine line) {
        if (line.name().isEmpty() || !pins.containsKey(line.name().get())) {
            lines.add(line.raw());
            return;
        }
        PackageName name = line.name().get();
        met.add(name);
        RequirementsLine pin = pins.getOrDefault(name, new ArrayDeque<>()).poll();
        if (pin == null) {
            // pip refuses a package that stands there twice.
            notes.add("The line " + line.content() + " went, since " + name + " is pinned once already.");
            return;
        }
        if (line.saysMoreThanName() && !line.isSameRequirement(pin)) {
            notes.add(line.requirement() + " became " + pin.requirement() + ".");
        }
        lines.add(line.pinnedTo(pin));
    }

    private void addMissing(List<RequirementsLine> ours, List<RequirementsLine> theirs) {
        Set<String> there = theirs.stream().map(RequirementsLine::content).collect(Collectors.toSet());
        Set<RequirementsLine> missing =
                pins.values().stream().flatMap(Deque::stream).collect(Collectors.toSet());
        List<String> comments = new ArrayList<>();
        boolean inHeader = true;
        for (RequirementsLine line : ours) {
            boolean isComment = line.content().isEmpty() && !line.comment().isEmpty();
            boolean isMissing = line.name().isPresent() ? missing.contains(line) : !there.contains(line.content());
            if (isComment && !inHeader) {
                comments.add(line.raw());
                continue;
            }
            if (!line.content().isEmpty() && isMissing) {
                lines.addAll(comments);
                lines.add(line.raw());
            }
            inHeader &= isComment;
            comments.clear();
        }
    }
}
