package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.python.Requirement;
import org.specimen.ui.packages.PackageEntries.Entry;
import org.specimen.ui.packages.PackageSearch.Meaning;

/**
 * What is to be added of all that was typed or pasted.
 *
 * @param renamed import names with the distributions that were taken for them
 * @param unverified what nothing is known of and a version was given for
 * @param unknown what cannot be added, for no version of it is known
 * @param impossible versions that are not among the known ones
 * @param unreadable what could not be made out
 */
record Additions(
        List<Entry> added,
        List<Meaning.Known> renamed,
        List<Entry> unverified,
        List<Meaning.Unknown> unknown,
        List<Entry> impossible,
        List<String> unreadable) {

    Additions {
        added = List.copyOf(added);
        renamed = List.copyOf(renamed);
        unverified = List.copyOf(unverified);
        unknown = List.copyOf(unknown);
        impossible = List.copyOf(impossible);
        unreadable = List.copyOf(unreadable);
    }

    static Additions of(PackageEntries typed, PackageSearch search) {
        List<Entry> added = new ArrayList<>();
        List<Meaning.Known> renamed = new ArrayList<>();
        List<Entry> unverified = new ArrayList<>();
        List<Meaning.Unknown> unknown = new ArrayList<>();
        List<Entry> impossible = new ArrayList<>();
        for (Entry entry : typed.entries()) {
            Requirement wanted = entry.requirement();
            Meaning meaning = search.meaning(entry.typed(), entry.isName());
            if (wanted.url().isPresent()) {
                added.add(entry);
            } else if (meaning instanceof Meaning.Unknown nothing) {
                if (entry.isName()) {
                    unknown.add(nothing);
                } else {
                    added.add(entry);
                    unverified.add(entry);
                }
            } else if (meaning instanceof Meaning.Known known) {
                Entry meant = named(entry, known);
                if (search.mayExist(known.name(), wanted.specifiers())) {
                    added.add(meant);
                    Optional.of(known)
                            .filter(there -> there.importName().isPresent())
                            .ifPresent(renamed::add);
                } else {
                    impossible.add(meant);
                }
            }
        }
        return new Additions(added, renamed, unverified, unknown, impossible, typed.unreadable());
    }

    private static Entry named(Entry entry, Meaning.Known known) {
        Requirement wanted = entry.requirement();
        return new Entry(
                new Requirement(known.name(), wanted.extras(), wanted.specifiers(), wanted.url(), wanted.marker()),
                entry.typed(),
                entry.why());
    }
}
