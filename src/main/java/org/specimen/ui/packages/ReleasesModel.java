package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.advice.Stack;
import org.specimen.app.NameQuestion;
import org.specimen.app.Proposal;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.plan.PlannedPackage;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.resolve.Downloads;
import org.specimen.resolve.Lockfile;
import org.specimen.resolve.Lockfile.PipPackage;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Session;
import org.specimen.ui.text.Texts;

/** What the files of the chosen releases tell: how much is downloaded, what must be built, what was withdrawn. */
final class ReleasesModel {

    private static final Texts TEXTS = Texts.of(ReleasesModel.class);
    private static final double MEGABYTE = 1e6;

    private final Session session;
    private final EditingModel editing;
    private final RowsModel rows;
    private final ReadOnlyObjectWrapper<List<Concern>> concerns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> size = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param rows hears of a proposal before this does */
    ReleasesModel(Session session, RowsModel rows, EditingModel editing) {
        this.session = session;
        this.rows = rows;
        this.editing = editing;
        session.proposal().addListener((property, old, now) -> proposed(now));
        proposed(session.proposal().get());
    }

    /** Names that may be mistyped, what was withdrawn, then what has to be built. */
    ReadOnlyObjectProperty<List<Concern>> concerns() {
        return concerns.getReadOnlyProperty();
    }

    /** How much pip downloads, in words; empty where the index does not say. */
    ReadOnlyObjectProperty<Optional<String>> size() {
        return size.getReadOnlyProperty();
    }

    private void proposed(Outcome<Proposal> outcome) {
        if (outcome instanceof Outcome.Ready<Proposal> ready) {
            Lockfile lock = ready.result().lock();
            var downloads = new Downloads(lock.python(), lock.platforms());
            List<Concern> all = new ArrayList<>();
            ready.result().questions().forEach(question -> all.add(questioned(question)));
            lock.pip().forEach(pinned -> Downloads.withdrawn(pinned).ifPresent(why -> all.add(withdrawn(pinned, why))));
            lock.pip().forEach(pinned -> {
                Set<TargetPlatform> built = downloads.builtOn(pinned);
                if (!built.isEmpty()) {
                    all.add(built(pinned, built, ready.result().plan().stack()));
                }
            });
            concerns.set(List.copyOf(all));
            size.set(size(lock, downloads));
        } else if (!(outcome instanceof Outcome.Working<Proposal>)) {
            concerns.set(List.of());
            size.set(Optional.empty());
        }
    }

    private Concern questioned(NameQuestion question) {
        PackageName name = question.name();
        PackageName meant = question.meant();
        return new Concern(
                TEXTS.get("questioned", name, meant),
                List.of(
                        new Fix(TEXTS.get("fix.instead", meant), () -> editing.useInstead(name, meant)),
                        new Fix(TEXTS.get("fix.confirm", name), () -> editing.confirmName(name))));
    }

    private Concern withdrawn(PipPackage pinned, String why) {
        String text = why.isBlank()
                ? TEXTS.get("withdrawn", pinned.name(), pinned.version())
                : TEXTS.get("withdrawn.why", pinned.name(), pinned.version(), why.strip());
        return new Concern(text, newest(pinned.name()).stream().toList());
    }

    private Concern built(PipPackage pinned, Set<TargetPlatform> platforms, Stack stack) {
        List<Fix> fixes = new ArrayList<>(newest(pinned.name()).stream().toList());
        if (!stack.usesConda()) {
            fixes.add(new Fix(TEXTS.get("fix.conda"), () -> take(Stack.CONDA)));
        }
        if (!stack.usesDocker()) {
            fixes.add(new Fix(TEXTS.get("fix.docker"), () -> take(Stack.DOCKER)));
        }
        String where = platforms.stream().sorted().map(TargetPlatform::label).collect(Collectors.joining(", "));
        return new Concern(TEXTS.get("built", pinned.name(), pinned.version(), where), fixes);
    }

    /** Only what is asked for in a certain version has another one to take. */
    private Optional<Fix> newest(PackageName name) {
        return rows.planned(name)
                .filter(planned ->
                        !planned.requirement().specifiers().specifiers().isEmpty())
                .map(planned -> new Fix(TEXTS.get("fix.choose", name), () -> free(planned)));
    }

    private void free(PlannedPackage planned) {
        editing.take(planned, SpecifierSet.ANY);
    }

    private void take(Stack stack) {
        session.wish(wishes -> wishes.withStack(Optional.of(stack)));
        editing.tellDone(TEXTS.get("stack.taken." + stack.key()));
    }

    /** Of the platform that needs most. */
    private static Optional<String> size(Lockfile lock, Downloads downloads) {
        long known = 0;
        boolean isWhole = true;
        for (TargetPlatform platform :
                lock.platforms().stream().sorted(Comparator.naturalOrder()).toList()) {
            long bytes = 0;
            for (PipPackage pinned : lock.pip()) {
                OptionalLong one = downloads.bytes(pinned, platform);
                isWhole &= one.isPresent();
                bytes += one.orElse(0);
            }
            known = Math.max(known, bytes);
        }
        return known == 0
                ? Optional.empty()
                : Optional.of(TEXTS.get(isWhole ? "size" : "size.at-least", megabytes(known)));
    }

    private static String megabytes(long bytes) {
        double size = bytes / MEGABYTE;
        return size < 1 ? TEXTS.get("size.small") : String.format(Locale.ROOT, size < 10 ? "%.1f MB" : "%.0f MB", size);
    }
}
