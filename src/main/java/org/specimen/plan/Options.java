package org.specimen.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.TorchBuild;
import org.specimen.format.Credentials;
import org.specimen.python.PackageName;

/**
 * What the researcher chose beside stack and packages.
 *
 * @param command the words of the command that runs the analysis; empty if there is none
 * @param jupyter whether JupyterLab can be started in the same environment
 * @param cuda the CUDA version that a nested stack is built on, as in {@code 12.6.3}
 * @param venvOnTop whether a nested stack carries the project's own pip packages in a venv on top of Conda
 * @param systemPackages Debian packages to put into the image, beside those that the packages are known to need
 * @param installProject whether the project itself is installed, where it is a package
 * @param pylock whether the pins of pip stand in a pylock.toml too (PEP 751)
 * @param torch the build of PyTorch's packages that pip installs; empty for the one on PyPI
 * @param confirmedNames distributions whose names are right, though they look like those of others
 */
public record Options(
        List<String> command,
        boolean jupyter,
        Optional<String> cuda,
        boolean venvOnTop,
        List<String> systemPackages,
        boolean installProject,
        boolean pylock,
        Optional<TorchBuild> torch,
        List<PackageName> confirmedNames) {

    public static final Options DEFAULT = new Options(List.of(), false, Optional.empty(), false, List.of(), true);

    /** Without what few ask for. */
    public Options(
            List<String> command,
            boolean jupyter,
            Optional<String> cuda,
            boolean venvOnTop,
            List<String> systemPackages,
            boolean installProject) {
        this(command, jupyter, cuda, venvOnTop, systemPackages, installProject, false, Optional.empty(), List.of());
    }

    public Options {
        command = command.stream().map(Credentials::without).toList();
        systemPackages = List.copyOf(systemPackages);
        confirmedNames = confirmedNames.stream().distinct().sorted().toList();
        command.forEach(word -> OneLine.check("the command", word));
        cuda.ifPresent(Options::checkCuda);
        systemPackages.forEach(Options::checkDebianName);
    }

    public Options withCommand(List<String> words) {
        return new Options(
                words, jupyter, cuda, venvOnTop, systemPackages, installProject, pylock, torch, confirmedNames);
    }

    public Options withJupyter(boolean wanted) {
        return new Options(
                command, wanted, cuda, venvOnTop, systemPackages, installProject, pylock, torch, confirmedNames);
    }

    public Options withCuda(Optional<String> version) {
        return new Options(
                command, jupyter, version, venvOnTop, systemPackages, installProject, pylock, torch, confirmedNames);
    }

    public Options withVenvOnTop(boolean wanted) {
        return new Options(
                command, jupyter, cuda, wanted, systemPackages, installProject, pylock, torch, confirmedNames);
    }

    public Options withSystemPackages(List<String> names) {
        return new Options(command, jupyter, cuda, venvOnTop, names, installProject, pylock, torch, confirmedNames);
    }

    public Options withInstallProject(boolean wanted) {
        return new Options(command, jupyter, cuda, venvOnTop, systemPackages, wanted, pylock, torch, confirmedNames);
    }

    public Options withPylock(boolean wanted) {
        return new Options(
                command, jupyter, cuda, venvOnTop, systemPackages, installProject, wanted, torch, confirmedNames);
    }

    public Options withTorch(Optional<TorchBuild> build) {
        return new Options(
                command, jupyter, cuda, venvOnTop, systemPackages, installProject, pylock, build, confirmedNames);
    }

    /** With these names confirmed beside those that are. */
    public Options withConfirmedNames(List<PackageName> more) {
        List<PackageName> all = new ArrayList<>(confirmedNames);
        all.addAll(more);
        return new Options(command, jupyter, cuda, venvOnTop, systemPackages, installProject, pylock, torch, all);
    }

    private static void checkCuda(String version) {
        if (!version.matches("[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}")) {
            throw new IllegalArgumentException("the CUDA version must have three numbers, as in 12.6.3: " + version);
        }
    }

    /** Debian Policy, "Source: the package name": lower case, digits, {@code + - .}, at least two characters. */
    private static void checkDebianName(String name) {
        if (!name.matches("[a-z0-9][a-z0-9+.-]{1,127}")) {
            throw new IllegalArgumentException("not the name of a Debian package: " + name);
        }
    }
}
