package org.specimen.ui.options;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.specimen.advice.Layer;
import org.specimen.advice.Stack;
import org.specimen.app.Project;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.catalogue.TorchBuild;
import org.specimen.format.ShellWord;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Options;
import org.specimen.plan.Planner;
import org.specimen.project.ProjectFacts;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** The step of the options: those that matter for the stack and the project. */
public final class OptionsViewModel implements StepModel {

    private static final Texts TEXTS = Texts.of(OptionsViewModel.class);

    private final Services services;
    private final Session session;
    private final TypedOption command;
    private final TypedOption name;
    private final TypedOption systemPackages;
    private final Option<Boolean> jupyter;
    private final Option<Boolean> venvOnTop;
    private final Option<Boolean> installProject;
    private final Option<Boolean> pylock;
    private final Option<Optional<String>> cuda;
    private final Option<Optional<TorchBuild>> torch;
    private final ReadOnlyObjectWrapper<Set<Kind>> shown = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyBooleanWrapper cudaIsNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<CudaChoice>> cudaChoices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<TorchChoice>> torchChoices =
            new ReadOnlyObjectWrapper<>(TorchChoice.offered(Optional.empty()));
    private final ReadOnlyObjectWrapper<List<String>> commands = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper platforms = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Stack>> stack = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> suggestedName = Optional.empty();

    public OptionsViewModel(Services services) {
        this.services = services;
        this.session = services.session();
        command = new TypedOption(
                Kind.COMMAND,
                (kind, typed) -> change(now -> OptionTexts.withCommand(now, typed)),
                () -> change(now -> now.withCommand(suggested().command())));
        name = new TypedOption(
                Kind.NAME,
                (kind, typed) -> rename(OptionTexts.name(typed)),
                () -> session.wish(wishes -> wishes.withName(Optional.empty())));
        systemPackages = new TypedOption(
                Kind.SYSTEM_PACKAGES,
                (kind, typed) -> change(now -> OptionTexts.withSystemPackages(now, typed)),
                () -> change(now -> now.withSystemPackages(suggested().systemPackages())));
        jupyter = new Option<>(
                Kind.JUPYTER,
                false,
                (kind, wanted) -> change(now -> now.withJupyter(wanted)),
                () -> change(now -> now.withJupyter(suggested().jupyter())));
        venvOnTop = new Option<>(
                Kind.VENV_ON_TOP,
                false,
                (kind, wanted) -> change(now -> now.withVenvOnTop(wanted)),
                () -> change(now -> now.withVenvOnTop(suggested().venvOnTop())));
        installProject = new Option<>(
                Kind.INSTALL_PROJECT,
                true,
                (kind, wanted) -> change(now -> now.withInstallProject(wanted)),
                () -> change(now -> now.withInstallProject(suggested().installProject())));
        cuda = new Option<>(
                Kind.CUDA,
                Optional.empty(),
                (kind, version) -> change(now -> now.withCuda(version)),
                () -> change(now -> now.withCuda(suggested().cuda())));
        torch = new Option<>(
                Kind.TORCH,
                Optional.empty(),
                (kind, build) -> change(now -> now.withTorch(build)),
                () -> change(now -> now.withTorch(suggested().torch())));
        pylock = new Option<>(
                Kind.PYLOCK,
                false,
                (kind, wanted) -> change(now -> now.withPylock(wanted)),
                () -> change(now -> now.withPylock(suggested().pylock())));
        session.project().addListener((property, old, now) -> projectChanged(now));
        session.decisions().addListener((property, old, now) -> refresh());
        session.proposal().addListener((property, old, now) -> refresh());
        session.preview().addListener((property, old, now) -> refresh());
        refresh();
    }

    /** The command that runs the analysis, as a shell takes it. */
    TypedOption command() {
        return command;
    }

    /** The environment's name. */
    TypedOption name() {
        return name;
    }

    /** Debian packages for the image, with commas between them. */
    TypedOption systemPackages() {
        return systemPackages;
    }

    Option<Boolean> jupyter() {
        return jupyter;
    }

    Option<Boolean> venvOnTop() {
        return venvOnTop;
    }

    Option<Boolean> installProject() {
        return installProject;
    }

    /** The CUDA version; empty where Specimen chooses. */
    Option<Optional<String>> cuda() {
        return cuda;
    }

    /** The build of PyTorch; empty for the usual one. */
    Option<Optional<TorchBuild>> torch() {
        return torch;
    }

    /** What there is to choose from for {@link #torch}. */
    ReadOnlyObjectProperty<List<TorchChoice>> torchChoices() {
        return torchChoices.getReadOnlyProperty();
    }

    /** Whether the pins stand in a pylock.toml too. */
    Option<Boolean> pylock() {
        return pylock;
    }

    /** The options that matter now; none before there is anything to plan. */
    ReadOnlyObjectProperty<Set<Kind>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether the advice asks for a fixed CUDA. */
    ReadOnlyBooleanProperty cudaIsNeeded() {
        return cudaIsNeeded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<CudaChoice>> cudaChoices() {
        return cudaChoices.getReadOnlyProperty();
    }

    /** What was found in the project that may be the command, likeliest first. */
    ReadOnlyObjectProperty<List<String>> commands() {
        return commands.getReadOnlyProperty();
    }

    /** What pins must hold on, in a sentence. */
    ReadOnlyStringProperty platforms() {
        return platforms.getReadOnlyProperty();
    }

    /** The stack that the options are for. */
    ReadOnlyObjectProperty<Optional<Stack>> stack() {
        return stack.getReadOnlyProperty();
    }

    /** Why there is no environment with these options. */
    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Leads to the question of the operating systems. */
    void goToSituation() {
        services.journey().go(Step.SITUATION);
    }

    /** Leads to what does not fit. */
    void goToPackages() {
        services.journey().go(Step.PACKAGES);
    }

    /** What was typed wrongly, in reading order. */
    List<TypedOption> faulty() {
        return typed().stream()
                .filter(option -> shown.get().contains(option.kind()))
                .filter(option -> option.fault().get().isPresent())
                .toList();
    }

    @Override
    public void entered() {
        refresh();
    }

    @Override
    public boolean mayLeave() {
        typed().forEach(TypedOption::finish);
        return faulty().isEmpty();
    }

    private List<TypedOption> typed() {
        return List.of(command, name, systemPackages);
    }

    private void change(UnaryOperator<Options> change) {
        Options suggested = suggested();
        session.wish(wishes -> {
            Options changed = change.apply(wishes.options().orElse(suggested));
            return wishes.withOptions(Optional.of(changed).filter(now -> !now.equals(suggested)));
        });
    }

    private void rename(String typed) {
        boolean isSuggested = suggestedName.filter(typed::equals).isPresent();
        session.wish(wishes -> wishes.withName(Optional.of(typed).filter(now -> !isSuggested)));
    }

    private void projectChanged(Outcome<Project> now) {
        if (now instanceof Outcome.Ready<Project>) {
            suggestedName = Optional.empty();
        }
        refresh();
    }

    private Optional<Project> project() {
        return session.project().get().known();
    }

    /** What holds where the person chose nothing: what the project's plan says, or what was found. */
    private Options suggested() {
        return project()
                .flatMap(Project::plan)
                .map(EnvironmentPlan::options)
                .orElseGet(() ->
                        Planner.suggestedOptions(project().map(Project::facts).orElse(ProjectFacts.NONE)));
    }

    private void refresh() {
        Optional<Proposal> known = session.proposal().get().known();
        failure.set(session.proposal().get().whyNot());
        Optional<Stack> now = known.map(proposal -> proposal.plan().stack())
                .or(() -> session.decisions().get().wishes().stack())
                .or(() -> session.advice()
                        .get()
                        .known()
                        .map(advice -> advice.recommendation().stack()));
        stack.set(now);
        if (now.isEmpty() || !session.hasStarted()) {
            shown.set(Set.of());
            return;
        }
        Wishes wishes = session.decisions().get().wishes();
        if (wishes.name().isEmpty()) {
            session.proposal()
                    .get()
                    .ready()
                    .ifPresent(proposal ->
                            suggestedName = Optional.of(proposal.plan().name()));
        }
        showOptions(wishes, suggested());
        name.show(
                wishes.name()
                        .or(() -> suggestedName)
                        .or(() -> known.map(proposal -> proposal.plan().name()))
                        .orElse(""),
                wishes.name().isPresent(),
                wayBack(suggestedName.orElse("")));
        showCuda(now.get(), suggested());
        commands.set(project().map(Project::facts).orElse(ProjectFacts.NONE).commands().stream()
                .map(ShellWord::posixCommand)
                .toList());
        platforms.set(known.map(proposal -> TEXTS.get("platforms.now", labels(proposal)))
                .orElse(""));
        shown.set(matter(now.get(), known));
        all().forEach(option -> option.showFiles(ChangedFiles.line(
                option.kind(), now.get(), session.preview().get().known())));
    }

    private void showOptions(Wishes wishes, Options suggested) {
        Options hold = wishes.options().orElse(suggested);
        command.show(
                ShellWord.posixCommand(hold.command()),
                !hold.command().equals(suggested.command()),
                wayBack(ShellWord.posixCommand(suggested.command())));
        systemPackages.show(
                String.join(", ", hold.systemPackages()),
                !hold.systemPackages().equals(suggested.systemPackages()),
                wayBack(String.join(", ", suggested.systemPackages())));
        show(jupyter, hold.jupyter(), suggested.jupyter());
        show(venvOnTop, hold.venvOnTop(), suggested.venvOnTop());
        show(installProject, hold.installProject(), suggested.installProject());
        show(pylock, hold.pylock(), suggested.pylock());
        torchChoices.set(TorchChoice.offered(hold.torch()));
        torch.show(
                hold.torch(),
                !hold.torch().equals(suggested.torch()),
                wayBack(suggested.torch().map(TorchBuild::key).orElse("")));
        cuda.show(
                hold.cuda(),
                !hold.cuda().equals(suggested.cuda()),
                wayBack(suggested.cuda().orElse("")));
    }

    private void show(Option<Boolean> option, boolean holds, boolean suggested) {
        option.show(holds, holds != suggested, wayBack(TEXTS.get(suggested ? "on" : "off")));
    }

    private String wayBack(String suggestion) {
        String from = project().flatMap(Project::plan).isPresent() ? "back.plan" : "back";
        return suggestion.isEmpty() ? TEXTS.get(from) : TEXTS.get(from + ".to", suggestion);
    }

    private void showCuda(Stack now, Options suggested) {
        boolean needed = now == Stack.DOCKER_CONDA
                && session.advice().get().known().stream()
                        .flatMap(advice -> advice.recommendation().layers().stream())
                        .anyMatch(layer -> layer.layer() == Layer.GPU_RUNTIME && layer.required());
        cudaIsNeeded.set(needed);
        cudaChoices.set(CudaChoice.offered(services.catalogue().baseImages(), needed, suggested.cuda()));
    }

    private Set<Kind> matter(Stack now, Optional<Proposal> known) {
        Set<Kind> kinds = EnumSet.of(Kind.COMMAND, Kind.JUPYTER, Kind.NAME);
        if (now.usesDocker()) {
            kinds.add(Kind.SYSTEM_PACKAGES);
        }
        if (!now.usesConda()) {
            kinds.add(Kind.PYLOCK);
            boolean hasTorch = torch.value().get().isPresent()
                    || known.stream()
                            .flatMap(proposal -> proposal.lock().pip().stream())
                            .anyMatch(pin -> TorchBuild.concerns(pin.name()));
            if (hasTorch) {
                kinds.add(Kind.TORCH);
            }
        }
        if (now == Stack.DOCKER_CONDA) {
            kinds.addAll(Set.of(Kind.CUDA, Kind.VENV_ON_TOP));
        }
        if (project().flatMap(there -> there.facts().installable()).isPresent()) {
            kinds.add(Kind.INSTALL_PROJECT);
        }
        return kinds;
    }

    private List<Option<?>> all() {
        return List.of(command, name, systemPackages, jupyter, venvOnTop, installProject, cuda, torch, pylock);
    }

    private static String labels(Proposal proposal) {
        return proposal.plan().platforms().stream().map(TargetPlatform::label).collect(Collectors.joining(", "));
    }
}
