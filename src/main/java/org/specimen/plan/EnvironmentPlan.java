package org.specimen.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.specimen.advice.Answers;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/**
 * What the researcher decided: everything that the files are made from, beside the releases that are found for it. It is
 * kept in specimen.yml.
 *
 * @param name the name of the environment: letters and digits, with single {@code . _ -} between them
 * @param python the exact interpreter, as in 3.12.14
 * @param platforms the platforms that pins must hold on
 * @param packages the distributions that the project asks for directly, by name
 * @param leftOut distributions that the scan finds and the person does not want
 * @param written the digests of the files as Specimen last wrote them, by path: how a later run tells them from files
 *     that a person changed
 * @param unknown what stands in specimen.yml and this version does not know, kept as it is: values by the path of keys
 *     that leads to them
 * @param frozen what a proof found
 */
public record EnvironmentPlan(
        String name,
        Answers answers,
        Stack stack,
        Version python,
        Set<TargetPlatform> platforms,
        List<PlannedPackage> packages,
        List<PlannedCondaPackage> condaPackages,
        List<PackageName> leftOut,
        Options options,
        SortedMap<String, String> written,
        Map<List<String>, Object> unknown,
        Frozen frozen) {

    /** Docker's rule for repository names but for capital letters, and an easy name for a conda environment too. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");

    private static final int LONGEST_NAME = 64;

    public EnvironmentPlan {
        checkedName(name);
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException("an environment needs at least one platform");
        }
        platforms = sorted(platforms);
        packages = List.copyOf(packages);
        condaPackages = List.copyOf(condaPackages);
        leftOut = List.copyOf(leftOut);
        written = Collections.unmodifiableSortedMap(new TreeMap<>(written));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    static String checkedName(String name) {
        if (!canBeNamed(name)) {
            throw new IllegalArgumentException("the environment's name must be letters and digits, with single dots,"
                    + " hyphens or underscores between them, at most " + LONGEST_NAME + " in all, and not \"" + name
                    + "\"");
        }
        return name;
    }

    /** Whether an environment can have this name. */
    public static boolean canBeNamed(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    /** The name of the image. */
    public String imageName() {
        return imageName(name);
    }

    /** The name of the image of a project, in which Docker takes no capital letters. */
    public static String imageName(String project) {
        return project.toLowerCase(Locale.ROOT);
    }

    /** What is installed because the project asks for it, and JupyterLab where notebooks are to be opened with it. */
    public List<PlannedPackage> directPackages() {
        PackageName jupyterLab = PackageName.of("jupyterlab");
        if (!options.jupyter()
                || packages.stream().anyMatch(planned -> planned.name().equals(jupyterLab))) {
            return packages;
        }
        List<PlannedPackage> all = new ArrayList<>(packages);
        all.add(new PlannedPackage(
                Requirement.of(jupyterLab), Optional.empty(), Optional.empty(), Role.RUNTIME, "opens the notebooks"));
        all.sort(Comparator.comparing(PlannedPackage::name));
        return List.copyOf(all);
    }

    /** The same plan, with other digests of the files written. */
    public EnvironmentPlan withWritten(SortedMap<String, String> digests) {
        return with(python, digests, frozen);
    }

    /** The same plan, with what a proof found. */
    public EnvironmentPlan withFrozen(Frozen found) {
        return with(python, written, found);
    }

    /** The same plan, with another Python. */
    public EnvironmentPlan withPython(Version other) {
        return with(other, written, frozen);
    }

    private EnvironmentPlan with(Version otherPython, SortedMap<String, String> digests, Frozen found) {
        return new EnvironmentPlan(
                name,
                answers,
                stack,
                otherPython,
                platforms,
                packages,
                condaPackages,
                leftOut,
                options,
                digests,
                unknown,
                found);
    }

    private static Set<TargetPlatform> sorted(Collection<TargetPlatform> platforms) {
        return Collections.unmodifiableSet(EnumSet.copyOf(platforms));
    }
}
