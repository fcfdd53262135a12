package org.specimen.ui.trial;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.specimen.app.ProofOffer;
import org.specimen.app.ProofWishes;
import org.specimen.format.ShellWord;
import org.specimen.proof.ProofRequest.Tolerance;
import org.specimen.proof.RunLimits;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.CommandWords;
import org.specimen.ui.text.Texts;
import org.specimen.ui.text.WrongText;

/** What is run, what its results are compared with, and what it is allowed. */
final class SetupModel {

    private static final Texts TEXTS = Texts.of(SetupModel.class);
    private static final long GIGABYTE = 1L << 30;

    /** What a sum that should be zero comes to with 64-bit numbers, at most: it has no size to compare with. */
    private static final double ZERO = 1e-12;

    private static final int MOST_MINUTES = 100_000;
    private static final int MOST_GIGABYTES = 100_000;

    private final TaskRunner tasks;
    private final TypedValue<List<String>> command = new TypedValue<>("", CommandWords::split);
    private final TypedValue<Double> tolerance = new TypedValue<>("0", SetupModel::tolerance);
    private final TypedValue<Double> pixels = new TypedValue<>("0", SetupModel::percent);
    private final TypedValue<Duration> time = new TypedValue<>("60", SetupModel::minutes);
    private final TypedValue<OptionalLong> memory = new TypedValue<>("", SetupModel::gigabytes);
    private final BooleanProperty twice = new SimpleBooleanProperty();
    private final BooleanProperty network = new SimpleBooleanProperty();
    private final ObservableList<Pick> results = FXCollections.observableArrayList();
    private final ObservableList<Pick> keys = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<String>> commands = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> notAdded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ProofOffer> offered = Optional.empty();
    private boolean replacesExisting;

    SetupModel(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** The command, as a shell takes it; empty to make and check the environment alone. */
    TypedValue<List<String>> command() {
        return command;
    }

    /** What the project offers to be run, likeliest first. */
    ReadOnlyObjectProperty<List<String>> commands() {
        return commands.getReadOnlyProperty();
    }

    /** The files that results are compared with. */
    ObservableList<Pick> results() {
        return results;
    }

    /** Why a file cannot be compared with. */
    ReadOnlyObjectProperty<Optional<String>> notAdded() {
        return notAdded.getReadOnlyProperty();
    }

    /** How far numbers may be apart, of the larger of the two. */
    TypedValue<Double> tolerance() {
        return tolerance;
    }

    /** How many pixels of a picture may differ, in percent of them. */
    TypedValue<Double> pixels() {
        return pixels;
    }

    /** How long a run may take, in minutes. */
    TypedValue<Duration> time() {
        return time;
    }

    /** How much memory a run may take, in gigabytes; empty for no limit. */
    TypedValue<OptionalLong> memory() {
        return memory;
    }

    BooleanProperty twice() {
        return twice;
    }

    BooleanProperty network() {
        return network;
    }

    /** The person agrees that an environment that Specimen did not make gives way to the new one. */
    void replaceExisting() {
        replacesExisting = true;
    }

    /** What was agreed to was about another environment, or is done. */
    void keepExisting() {
        replacesExisting = false;
    }

    boolean replacesExisting() {
        return replacesExisting;
    }

    /** The keys that the run may see. */
    ObservableList<Pick> keys() {
        return keys;
    }

    /** Forgets what was chosen for another project. */
    void forget() {
        offered = Optional.empty();
        command.text().set("");
        replacesExisting = false;
        tolerance.text().set("0");
        pixels.text().set("0");
        time.text().set("60");
        memory.text().set("");
        twice.set(false);
        network.set(false);
        results.clear();
        keys.clear();
        commands.set(List.of());
        notAdded.set(Optional.empty());
    }

    /** Shows what the project offers; what the person chose stays. */
    void show(ProofOffer offer) {
        List<String> all =
                offer.commands().stream().map(ShellWord::posixCommand).toList();
        String usual = all.stream().findFirst().orElse("");
        Optional<String> before = offered.map(last -> last.commands().stream()
                .findFirst()
                .map(ShellWord::posixCommand)
                .orElse(""));
        if (before.isEmpty() || before.get().equals(command.text().get())) {
            command.text().set(usual);
        }
        commands.set(all);
        Set<String> known = new HashSet<>(offered.map(ProofOffer::results).orElse(List.of()));
        results.removeIf(pick -> known.contains(pick.name()) && !offer.results().contains(pick.name()));
        offer.results().stream()
                .filter(path -> !known.contains(path) && !has(results, path))
                .forEach(path -> results.add(new Pick(path, true, true)));
        keys.removeIf(pick -> offer.keys().stream().noneMatch(key -> key.name().equals(pick.name())));
        offer.keys().stream()
                .filter(key -> !has(keys, key.name()))
                .forEach(key -> keys.add(new Pick(key.name(), key.isSet(), false)));
        offered = Optional.of(offer);
    }

    private static boolean has(List<Pick> picks, String name) {
        return picks.stream().anyMatch(pick -> pick.name().equals(name));
    }

    /** Whether the run is held in a container. */
    boolean isSandboxed() {
        return offered.map(ProofOffer::sandboxed).orElse(false);
    }

    /** Adds a file of the project to those that results are compared with. */
    void addResult(Path folder, String typed) {
        String path = typed.strip().replace('\\', '/');
        if (path.isEmpty()) {
            return;
        }
        Optional<Pick> there =
                results.stream().filter(pick -> pick.name().equals(path)).findFirst();
        notAdded.set(Optional.empty());
        if (there.isPresent()) {
            there.get().taken().set(true);
            return;
        }
        Tasks.create(progress -> isFileWithin(folder, path))
                .quietly()
                .onSuccess(isFile -> {
                    if (isFile) {
                        results.add(new Pick(path, true, true));
                    } else {
                        notAdded.set(Optional.of(TEXTS.get("results.no-file", path)));
                    }
                })
                .runOn(tasks);
    }

    private static boolean isFileWithin(Path folder, String path) {
        Path file = folder.resolve(path).normalize();
        return file.startsWith(folder.normalize()) && Files.isRegularFile(file);
    }

    void takeAll(boolean taken) {
        results.forEach(pick -> pick.taken().set(taken));
    }

    /** What the person wants; empty if something that they typed is wrong, which is then said beside it. */
    Optional<ProofWishes> wishes() {
        Optional<List<String>> words = command.value();
        Optional<Double> apart = tolerance.value();
        Optional<Double> differing = pixels.value();
        Optional<Duration> longest = time.value();
        Optional<OptionalLong> most = most();
        if (words.isEmpty() || apart.isEmpty() || differing.isEmpty() || longest.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        boolean runs = !words.get().isEmpty();
        return Optional.of(ProofWishes.USUAL
                .withCommand(words)
                .withExpected(runs ? taken(results) : List.of())
                .withTolerance(new Tolerance(apart.get(), Math.min(apart.get(), ZERO), differing.get() / 100))
                .withRuns(runs && twice.get() ? 2 : 1)
                .withLimits(new RunLimits(
                        longest.get(),
                        most.get(),
                        network.get(),
                        ProofWishes.USUAL.limits().gpu()))
                .withKeys(runs ? taken(keys) : List.of())
                .withReplaceExisting(replacesExisting));
    }

    /** What whatever runs in the environment may use: keys and memory; empty if the memory is typed wrongly. */
    Optional<ProofWishes> allowed() {
        RunLimits usual = ProofWishes.USUAL.limits();
        return most().map(most -> ProofWishes.USUAL
                .withKeys(taken(keys))
                .withLimits(new RunLimits(usual.time(), most, usual.network(), usual.gpu())));
    }

    private Optional<OptionalLong> most() {
        return isSandboxed() ? memory.value() : Optional.of(OptionalLong.empty());
    }

    private static List<String> taken(List<Pick> picks) {
        return picks.stream().filter(pick -> pick.taken().get()).map(Pick::name).toList();
    }

    private static double tolerance(String typed) {
        double value = number(typed, "tolerance.fault").orElse(0.0);
        if (!(value >= 0 && value <= 1)) {
            throw new WrongText(TEXTS.get("tolerance.fault"));
        }
        return value;
    }

    private static double percent(String typed) {
        double value = number(typed, "pixels.fault").orElse(0.0);
        if (!(value >= 0 && value <= 100)) {
            throw new WrongText(TEXTS.get("pixels.fault"));
        }
        return value;
    }

    private static Duration minutes(String typed) {
        double value = number(typed, "time.fault").orElse(0.0);
        if (!(value > 0 && value <= MOST_MINUTES)) {
            throw new WrongText(TEXTS.get("time.fault"));
        }
        return Duration.ofSeconds(Math.max(1, Math.round(value * 60)));
    }

    private static OptionalLong gigabytes(String typed) {
        Optional<Double> value = number(typed, "memory.fault");
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!(value.get() > 0 && value.get() <= MOST_GIGABYTES)) {
            throw new WrongText(TEXTS.get("memory.fault"));
        }
        return OptionalLong.of((long) (value.get() * GIGABYTE));
    }

    /** A number with a point or a comma; empty where nothing was typed. */
    private static Optional<Double> number(String typed, String fault) {
        String text = typed.strip().replace(',', '.');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?")) {
            throw new WrongText(TEXTS.get(fault));
        }
        return Optional.of(Double.parseDouble(text));
    }
}
