package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.specimen.plan.PlannedPackage;
import org.specimen.python.PackageName;
import org.specimen.ui.packages.Message.Tone;
import org.specimen.ui.text.Texts;

/** Tells what became of what was typed, and offers what was meant. */
final class AdditionReport {

    private static final Texts TEXTS = Texts.of(AdditionReport.class);

    private static final int TOLD = 5;

    private final Consumer<PackageName> add;
    private final Consumer<PackageName> nameVersion;

    AdditionReport(Consumer<PackageName> add, Consumer<PackageName> nameVersion) {
        this.add = add;
        this.nameVersion = nameVersion;
    }

    /** @param changed what is new, or asked for otherwise than before */
    Message of(Additions additions, List<PlannedPackage> changed) {
        List<String> sentences = new ArrayList<>();
        List<Fix> fixes = new ArrayList<>();
        boolean isOne = additions.added().size() == 1 && changed.size() == 1;
        if (isOne) {
            sentences.add(TEXTS.get("added.name", changed.get(0).name()));
        } else if (!changed.isEmpty()) {
            sentences.add(TEXTS.counted("added", changed.size()));
        }
        int there = additions.added().size() - changed.size();
        if (there == 1 && changed.isEmpty()) {
            sentences.add(TEXTS.get(
                    "there.name", additions.added().get(0).requirement().name()));
        } else if (there > 0) {
            sentences.add(TEXTS.counted("there", there));
        }
        additions.renamed().stream()
                .limit(TOLD)
                .forEach(known ->
                        sentences.add(TEXTS.get("renamed", known.importName().orElse(""), known.name())));
        if (!additions.unverified().isEmpty()) {
            sentences.add(TEXTS.get("unverified", names(additions.unverified())));
        }
        if (!additions.impossible().isEmpty()) {
            sentences.add(TEXTS.get(
                    "impossible",
                    additions.impossible().stream()
                            .limit(TOLD)
                            .map(entry -> String.valueOf(entry.requirement()))
                            .collect(Collectors.joining(", "))));
            additions.impossible().stream().limit(1).forEach(entry -> {
                PackageName name = entry.requirement().name();
                fixes.add(new Fix(TEXTS.get("fix.add-newest", name), () -> add.accept(name)));
            });
        }
        additions.unknown().stream().limit(TOLD).forEach(nothing -> tell(nothing, sentences, fixes));
        if (!additions.unreadable().isEmpty()) {
            sentences.add(TEXTS.get(
                    "unreadable", additions.unreadable().stream().limit(TOLD).collect(Collectors.joining(", "))));
        }
        return new Message(tone(additions), String.join(" ", sentences), fixes);
    }

    private void tell(PackageSearch.Meaning.Unknown nothing, List<String> sentences, List<Fix> fixes) {
        if (nothing.similar().isEmpty()) {
            sentences.add(TEXTS.get("unknown", nothing.name()));
        } else {
            sentences.add(TEXTS.get(
                    "unknown.similar", nothing.name(), nothing.similar().get(0)));
        }
        nothing.similar().stream()
                .limit(2)
                .forEach(meant -> fixes.add(new Fix(TEXTS.get("fix.add", meant), () -> add.accept(meant))));
        fixes.add(new Fix(TEXTS.get("fix.add-with-version", nothing.name()), () -> nameVersion.accept(nothing.name())));
    }

    private static Tone tone(Additions additions) {
        if (additions.added().isEmpty()) {
            return Tone.WRONG;
        }
        boolean plain = additions.renamed().isEmpty()
                && additions.unverified().isEmpty()
                && additions.unknown().isEmpty()
                && additions.impossible().isEmpty()
                && additions.unreadable().isEmpty();
        return plain ? Tone.DONE : Tone.NOTE;
    }

    private static String names(List<PackageEntries.Entry> entries) {
        return entries.stream()
                .limit(TOLD)
                .map(entry -> entry.requirement().name().value())
                .collect(Collectors.joining(", "));
    }
}
