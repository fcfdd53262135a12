package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.plan.PlannedPackage;
import org.specimen.python.PackageName;
import org.specimen.ui.packages.Message.Tone;
import org.specimen.ui.packages.PackageEntries.Entry;
import org.specimen.ui.session.Services;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** Completes what is being typed, and adds it. */
final class AddingModel {

    private static final Texts TEXTS = Texts.of(AddingModel.class);

    private final Services services;
    private final PackageSearch search;
    private final RowsModel rows;
    private final Told told;
    private final AdditionReport report = new AdditionReport(other -> add(other.value()), this::nameVersion);
    private final ReadOnlyObjectWrapper<List<Suggestion>> suggestions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Running> suggesting = Optional.empty();

    AddingModel(Services services, PackageSearch search, RowsModel rows, Told told) {
        this.services = services;
        this.search = search;
        this.rows = rows;
        this.told = told;
    }

    ReadOnlyObjectProperty<List<Suggestion>> suggestions() {
        return suggestions.getReadOnlyProperty();
    }

    /** What the field shall hold, for the person to go on with: {@code name==}. */
    ReadOnlyObjectProperty<Optional<String>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Something is being typed: suggests what may be meant. The latest counts. */
    void typed(String text) {
        suggesting.ifPresent(Running::cancel);
        if (text.isBlank()) {
            suggestions.set(List.of());
            return;
        }
        suggesting = Optional.of(Tasks.create(progress -> search.suggest(text))
                .quietly()
                .onSuccess(suggestions::set)
                .onError(told::failed)
                .runOn(services.tasks()));
    }

    /** Adds what was typed or pasted: a name, an import name, requirements, a whole list. */
    void add(String text) {
        suggesting.ifPresent(Running::cancel);
        suggestions.set(List.of());
        if (text.isBlank()) {
            told.say(Tone.NOTE, TEXTS.get("add.nothing"));
            return;
        }
        Tasks.create(progress -> Additions.of(PackageEntries.read(text), search))
                .quietly()
                .onSuccess(this::add)
                .onError(told::failed)
                .runOn(services.tasks());
    }

    private void add(Additions additions) {
        List<PlannedPackage> added = new ArrayList<>();
        for (Entry entry : additions.added()) {
            Optional<PlannedPackage> there = rows.planned(entry.requirement().name());
            if (there.isEmpty()) {
                added.add(PackageChanges.asked(entry.requirement(), entry.why()));
            } else if (!entry.isName()) {
                added.add(merged(there.get(), entry));
            }
        }
        additions.added().stream()
                .findFirst()
                .ifPresent(entry -> rows.freshen(entry.requirement().name().value()));
        told.say(report.of(additions, added));
        if (added.isEmpty()) {
            rows.show();
        } else {
            services.session().wish(PackageChanges.take(added));
        }
    }

    private static PlannedPackage merged(PlannedPackage there, Entry entry) {
        return new PlannedPackage(
                entry.requirement(),
                there.from(),
                there.condaName(),
                there.role(),
                entry.why().isEmpty() ? there.why() : entry.why());
    }

    /** Lets the person write into the field which package brings a module. */
    void namePackageOf(String module) {
        told.say(Tone.NOTE, TEXTS.get("nameless.hint", module));
        draft.set(Optional.empty());
        draft.set(Optional.of(module));
    }

    /** Puts a package's name into the field, for the person to write its version behind it. */
    void nameVersion(PackageName name) {
        told.say(Tone.NOTE, TEXTS.get("add.name-version", name));
        draft.set(Optional.empty());
        draft.set(Optional.of(name + "=="));
    }
}
