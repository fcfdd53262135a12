package org.specimen.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.SystemLibraries;
import org.specimen.catalogue.WheelCompleteness;
import org.specimen.project.ProjectFacts.Warning;

/** Tells what the project needs from below Python: libraries, programs and compilers. */
final class BelowPython {

    /** Of the utilities of POSIX.1-2017 and of GNU and Windows, those that scripts run; and what comes with Python. */
    private static final Set<String> ALWAYS_THERE = Set.of(
            "awk",
            "basename",
            "bash",
            "cat",
            "cd",
            "chmod",
            "chown",
            "clear",
            "cls",
            "cmd",
            "cp",
            "curl",
            "cut",
            "date",
            "del",
            "df",
            "diff",
            "dir",
            "dirname",
            "du",
            "echo",
            "egrep",
            "env",
            "exit",
            "export",
            "expr",
            "false",
            "file",
            "find",
            "free",
            "grep",
            "gunzip",
            "gzip",
            "head",
            "hostname",
            "id",
            "kill",
            "killall",
            "less",
            "ln",
            "ls",
            "man",
            "md5sum",
            "mkdir",
            "mktemp",
            "more",
            "mv",
            "nice",
            "nohup",
            "nproc",
            "open",
            "paste",
            "pause",
            "pgrep",
            "pkill",
            "popd",
            "powershell",
            "printf",
            "ps",
            "pushd",
            "pwd",
            "read",
            "ren",
            "rm",
            "rmdir",
            "sed",
            "seq",
            "set",
            "sh",
            "sha256sum",
            "sleep",
            "sort",
            "source",
            "split",
            "start",
            "stty",
            "sudo",
            "sysctl",
            "tail",
            "tar",
            "tee",
            "test",
            "time",
            "timeout",
            "top",
            "touch",
            "tr",
            "true",
            "type",
            "tasklist",
            "taskkill",
            "ulimit",
            "uname",
            "uniq",
            "unzip",
            "uptime",
            "wc",
            "wget",
            "where",
            "which",
            "who",
            "whoami",
            "xargs",
            "yes",
            "zcat",
            "zip",
            "explorer",
            "python",
            "python2",
            "python3",
            "pip",
            "pip2",
            "pip3",
            "conda",
            "mamba",
            "apt",
            "apt-get",
            "brew",
            "git",
            "nvidia-smi",
            "easy_install",
            "virtualenv",
            "pydoc",
            "twine",
            "lscpu",
            "lsb_release",
            "ldconfig",
            "dpkg",
            "f2py",
            "ssh",
            "scp",
            "rsync",
            "ping",
            "rd",
            "RD");

    private final Catalogue catalogue;
    private final List<Warning> warnings = new ArrayList<>();

    private BelowPython(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param places what each file of code is for */
    static List<Warning> warnings(
            List<FoundPackage> packages,
            List<ProjectFile> files,
            List<CodeFacts> code,
            FilePlaces places,
            Catalogue catalogue) {
        BelowPython below = new BelowPython(catalogue);
        packages.stream().filter(found -> found.role() == Role.RUNTIME).forEach(below::addPackage);
        List<CodeFacts> own = code.stream()
                .filter(facts -> places.of(facts.file) == FilePlace.PROJECT)
                .toList();
        below.addPrograms(own, packages, files);
        below.addCompiled(files, code);
        own.stream()
                .flatMap(facts -> facts.windows.stream())
                .forEach(at -> below.add(
                        WarningKind.DESKTOP_WINDOW,
                        at.evidence(),
                        at.key() + " opens windows, which need a desktop to show on."));
        return below.warnings;
    }

    private void add(WarningKind kind, Evidence evidence, String message) {
        warnings.add(new Warning(kind.key(), evidence, message));
    }

    private void addPackage(FoundPackage found) {
        Distribution known = catalogue
                .distribution(found.name())
                .filter(distribution -> distribution.completeness() == WheelCompleteness.NEEDS_SYSTEM_LIBRARIES)
                .orElse(null);
        if (known == null || found.evidence().isEmpty()) {
            return;
        }
        String fromConda = known.systemLibraries()
                .map(SystemLibraries::conda)
                .filter(names -> !names.isEmpty())
                .map(names -> "; conda does, by " + String.join(" and ", names) + ".")
                .orElse(".");
        add(
                WarningKind.BELOW_PYTHON,
                found.evidence().get(0),
                found.name() + " " + known.completenessReason() + ". pip does not look after that" + fromConda);
    }

    // Programs

    /** Each program once, at the first place, unless a package or the project itself has it. */
    private void addPrograms(List<CodeFacts> code, List<FoundPackage> packages, List<ProjectFile> files) {
        Set<String> brought = Stream.concat(
                        packages.stream()
                                .flatMap(found ->
                                        Stream.concat(Stream.of(found.name().value()), found.imports().stream())),
                        files.stream().map(ProjectFile::name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Map<String, Set<Evidence>> programs = new TreeMap<>();
        code.stream()
                .flatMap(facts -> facts.programs.stream())
                .filter(at -> !ALWAYS_THERE.contains(at.key()))
                .filter(at -> !brought.contains(at.key().toLowerCase(Locale.ROOT)))
                .forEach(at -> programs.computeIfAbsent(at.key(), missing -> new TreeSet<>())
                        .add(at.evidence()));
        programs.forEach((program, evidence) -> {
            int more = evidence.size() - 1;
            add(
                    WarningKind.SYSTEM_PROGRAM,
                    evidence.iterator().next(),
                    "The program " + program + " is run here"
                            + (more == 0
                                    ? ""
                                    : more == 1 ? " and in one more place" : " and in " + more + " more places")
                            + ", and no Python package of the project is known to bring it. "
                            + (catalogue
                                            .condaPackage(program.toLowerCase(Locale.ROOT))
                                            .isPresent()
                                    ? "conda-forge has a package of that name."
                                    : "Write down where it comes from, and its version."));
        });
    }

    // Code to compile

    /** Once for all: what shows it, the surest first. */
    private void addCompiled(List<ProjectFile> files, List<CodeFacts> code) {
        List<Evidence> signs = Stream.of(
                        code.stream()
                                .filter(facts -> facts.file.endsWith("setup.py"))
                                .flatMap(facts -> facts.compiling.stream()),
                        files.stream()
                                .filter(file -> file.path().equals("CMakeLists.txt")
                                        || file.path().equals("meson.build")
                                        || file.path().equals("Cargo.toml"))
                                .map(file -> Evidence.of(file.path())),
                        files.stream()
                                .filter(file -> file.name().endsWith(".pyx"))
                                .filter(file -> !ProjectFiles.isDevelopment(file.path()))
                                .map(file -> Evidence.of(file.path()))
                                .sorted(Comparator.naturalOrder()))
                .flatMap(found -> found)
                .toList();
        if (!signs.isEmpty()) {
            int more = signs.size() - 1;
            add(
                    WarningKind.COMPILED_CODE,
                    signs.get(0),
                    "The project has code of its own to compile, as this shows"
                            + (more == 0 ? "" : more == 1 ? " and one more place" : " and " + more + " more places")
                            + ". Whoever installs it needs a compiler; write down which.");
        }
    }
}
