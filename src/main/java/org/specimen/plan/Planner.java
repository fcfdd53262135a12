package org.specimen.plan;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.advice.Answers;
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Situation;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaName;
import org.specimen.machine.MachineFacts;
import org.specimen.project.Declaration;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;
import org.specimen.project.SpecFileKind;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * Makes a plan of what was found, advised and wished. What a person decided before stays: a suggestion fills gaps only.
 */
public final class Planner {

    private static final String DEFAULT_NAME = "environment";
    private static final int LONGEST_NAME = 64;

    /**
     * What the person wishes this time.
     *
     * @param answers all answers that hold, those of an earlier plan among them
     * @param python a version such as 3.12 or 3.12.4
     * @param name the name that a person gave the environment in a file of their own
     * @param packages each takes the place of what was found or planned under its name, or is added
     * @param leftOut packages to leave out, beside those that the plan leaves out already
     * @param options all of them at once, in place of the plan's
     */
    public record Wishes(
            Answers answers,
            Optional<Stack> stack,
            Optional<String> python,
            Optional<String> name,
            List<PlannedPackage> packages,
            List<PackageName> leftOut,
            Optional<Options> options) {

        public Wishes {
            packages = List.copyOf(packages);
            leftOut = List.copyOf(leftOut);
        }
    }

    private final Catalogue catalogue;

    public Planner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Makes the plan.
     *
     * @param before the plan that the project already has
     * @throws org.specimen.problem.BadInput if the Python that is wished does not exist
     */
    public EnvironmentPlan plan(
            ProjectFacts facts,
            Situation situation,
            Recommendation recommendation,
            MachineFacts machine,
            Wishes wishes,
            Optional<EnvironmentPlan> before) {
        boolean sameAnswers =
                before.filter(plan -> plan.answers().equals(wishes.answers())).isPresent();
        Stack stack = wishes.stack()
                .or(() -> before.filter(plan -> sameAnswers).map(EnvironmentPlan::stack))
                .orElse(recommendation.stack());
        boolean sameStack = before.filter(plan -> plan.stack() == stack).isPresent();
        Set<TargetPlatform> platforms = before.filter(plan -> sameAnswers && sameStack)
                .map(EnvironmentPlan::platforms)
                .orElseGet(() -> TargetPlatforms.of(situation, stack, machine.platform()));
        PackageDecisions decisions = PackageDecisions.of(before, wishes.packages(), wishes.leftOut());
        List<PlannedPackage> packages = packages(facts, stack, before, decisions);
        Version python = python(facts, wishes, before, packages, new PythonChoice(catalogue, stack, platforms));
        Options options = wishes.options()
                .or(() -> before.map(EnvironmentPlan::options))
                .orElseGet(() -> suggestedOptions(facts));
        return new EnvironmentPlan(
                wishes.name()
                        .filter(EnvironmentPlan::canBeNamed)
                        .or(() -> before.map(EnvironmentPlan::name))
                        .orElseGet(() -> environmentName(facts.name())),
                wishes.answers(),
                stack,
                python,
                platforms,
                packages,
                condaPackages(facts, before, decisions),
                decisions.leftOut(),
                withCuda(options, stack, recommendation),
                before.map(EnvironmentPlan::written).orElseGet(TreeMap::new),
                before.map(EnvironmentPlan::unknown).orElse(Map.of()),
                before.filter(plan -> plan.stack() == stack)
                        .map(EnvironmentPlan::frozen)
                        .orElse(Frozen.NOTHING));
    }

    private Version python(
            ProjectFacts facts,
            Wishes wishes,
            Optional<EnvironmentPlan> before,
            List<PlannedPackage> packages,
            PythonChoice choice) {
        if (wishes.python().isPresent()) {
            return choice.asked(wishes.python().get());
        }
        Optional<String> answered = wishes.answers().one(Question.PYTHON).filter(answer -> !answer.equals("any"));
        boolean answeredAnew = !answered.equals(
                before.flatMap(plan -> plan.answers().one(Question.PYTHON)).filter(answer -> !answer.equals("any")));
        if (before.isPresent() && !answeredAnew) {
            return before.get().python();
        }
        if (answered.isPresent()) {
            return choice.asked(answered.get());
        }
        return choice.suiting(
                facts.python().requires(),
                packages.stream().map(PlannedPackage::requirement).toList());
    }

    private List<PlannedPackage> packages(
            ProjectFacts facts, Stack stack, Optional<EnvironmentPlan> before, PackageDecisions decisions) {
        Set<PackageName> decided = new HashSet<>(decisions.leftOut());
        decisions.packages().forEach(planned -> decided.add(planned.name()));
        List<PlannedPackage> packages = new ArrayList<>(decisions.packages());
        before.ifPresent(plan -> plan.directPackages().forEach(planned -> decided.add(planned.name())));
        facts.installable().ifPresent(self -> decided.add(self.name()));
        Set<String> environmentFiles = facts.specFiles().stream()
                .filter(file -> file.kind() == SpecFileKind.ENVIRONMENT_YML)
                .map(ProjectFacts.SpecFile::path)
                .collect(Collectors.toSet());
        for (FoundPackage found : facts.packages()) {
            if (!decided.contains(found.name()) && belongs(found)) {
                packages.add(planned(found, stack, environmentFiles));
            }
        }
        packages.sort(Comparator.comparing(PlannedPackage::name));
        return packages;
    }

    /** What the person wrote under {@code dependencies:}, {@code pip:}, or a name of its own, stays so. */
    private PlannedPackage planned(FoundPackage found, Stack stack, Set<String> environmentFiles) {
        boolean underPip = found.declarations().stream()
                .anyMatch(declaration -> declaration instanceof Declaration.Pip
                        && environmentFiles.contains(declaration.evidence().file()));
        boolean underConda = found.declarations().stream().anyMatch(Declaration.Conda.class::isInstance);
        Optional<CondaName> usual = catalogue.condaName(found.name()).flatMap(CondaName::tryOf);
        Optional<CondaName> own = found.declarations().stream()
                .flatMap(declaration -> declaration instanceof Declaration.Conda conda
                        ? conda.spec().exactName().stream()
                        : Stream.empty())
                .findFirst()
                .filter(name -> !usual.filter(name::equals).isPresent());
        return new PlannedPackage(
                Wanted.of(found, stack),
                underConda
                        ? Optional.of(PackageManager.CONDA)
                        : underPip ? Optional.of(PackageManager.PIP) : Optional.empty(),
                own,
                found.role(),
                why(found));
    }

    /**
     * What the analysis itself needs and what was asked for. A package that only tests need stays out; so does one whose
     * import the code can do without, and one that only an import or a notebook points to and of which no version is
     * known.
     */
    private boolean belongs(FoundPackage found) {
        boolean askedForInAFile = found.declarations().stream()
                .anyMatch(declaration -> !declaration.evidence().file().endsWith(".ipynb"));
        return askedForInAFile
                ? found.role() != Role.DEVELOPMENT
                : found.role() == Role.RUNTIME && isKnown(found.name());
    }

    private boolean isKnown(PackageName name) {
        return catalogue
                .distribution(name)
                .filter(known ->
                        known.newestVersion().isPresent() || !known.releases().isEmpty())
                .isPresent();
    }

    private static String why(FoundPackage found) {
        return found.declarations().stream()
                .map(Declaration::comment)
                .filter(comment -> !comment.isBlank())
                .findFirst()
                .or(() -> found.evidence().stream()
                        .min(Comparator.comparing((Evidence place) -> isDeclaration(found, place)))
                        .map(place -> (isDeclaration(found, place) ? "asked for in " : "imported in ") + place))
                .map(OneLine::of)
                .orElse("");
    }

    private static boolean isDeclaration(FoundPackage found, Evidence place) {
        return found.declarations().stream()
                .anyMatch(declaration -> declaration.evidence().equals(place));
    }

    private static List<PlannedCondaPackage> condaPackages(
            ProjectFacts facts, Optional<EnvironmentPlan> before, PackageDecisions decisions) {
        if (before.isPresent()) {
            return decisions.condaPackages();
        }
        return facts.condaPackages().stream()
                .map(declared -> new PlannedCondaPackage(
                        declared.spec(),
                        OneLine.of(
                                declared.comment().isBlank()
                                        ? "asked for in " + declared.evidence()
                                        : declared.comment())))
                .filter(planned -> !planned.isOneOf(decisions.leftOut())
                        && !planned.isOneOf(decisions.packages().stream()
                                .map(PlannedPackage::name)
                                .toList()))
                .toList();
    }

    /** The options that suit a project of which nobody decided any. */
    public static Options suggestedOptions(ProjectFacts facts) {
        Options usual = Options.DEFAULT;
        return new Options(
                facts.commands().stream().findFirst().orElse(usual.command()),
                facts.files().notebooks() > 0,
                usual.cuda(),
                usual.venvOnTop(),
                facts.systemPackages().stream()
                        .map(ProjectFacts.SystemPackage::name)
                        .distinct()
                        .toList(),
                usual.installProject());
    }

    /** A fixed CUDA needs a base image that has it; nothing else does. */
    private Options withCuda(Options options, Stack stack, Recommendation recommendation) {
        boolean needed = stack == Stack.DOCKER_CONDA
                && recommendation.layers().stream()
                        .anyMatch(advice -> advice.layer() == Layer.GPU_RUNTIME && advice.required());
        return needed && options.cuda().isEmpty()
                ? options.withCuda(
                        Optional.of(catalogue.baseImages().recommendedCuda().version()))
                : options;
    }

    /** The project's name in the letters that conda and Docker both take. */
    static String environmentName(String projectName) {
        String letters = Normalizer.normalize(projectName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String trimmed =
                letters.substring(0, Math.min(letters.length(), LONGEST_NAME)).replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? DEFAULT_NAME : trimmed;
    }
}
