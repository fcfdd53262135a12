package org.specimen.project;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.problem.BadInput;
import org.specimen.python.PackageName;
import org.specimen.python.Specifier;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** Reads a project's folder. It never runs or imports anything in it, and reads nothing outside of it. */
public final class ProjectScanner {

    /** The one file that people and Specimen both say the Python in. */
    private static final String SHARED_WITH_PYTHON = "environment.yml";

    private final Catalogue catalogue;

    public ProjectScanner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads a folder. What cannot be read in it is told as a warning, and the rest is read.
     *
     * @throws BadInput if the folder is not there, is no folder, or cannot be opened
     * @throws org.specimen.task.Cancelled if nobody wants the answer any more
     */
    public ProjectFacts scan(Path folder, ScanOptions options, Progress progress) {
        FolderWalk walk = FolderWalk.of(folder, progress);
        List<Read> reads = read(walk.files, options.own(), progress);
        progress.doing("putting together what was found", 0, 0);
        List<SpecFacts> specs = withIncludes(reads, walk.files, options.own(), progress);
        options.python()
                .ifPresent(python -> specs.stream()
                        .filter(facts -> facts.file.equals(SHARED_WITH_PYTHON))
                        .forEach(facts -> facts.pythons.replaceAll(wish -> withoutOwnPatch(wish, python))));
        List<CodeFacts> code =
                reads.stream().flatMap(read -> read.code().stream()).toList();
        List<ProjectFacts.Warning> warnings = new ArrayList<>(walk.warnings);
        reads.forEach(read -> warnings.addAll(read.warnings()));
        warnings.addAll(SettingsSecrets.warnings(walk.files, options.own(), progress));
        warnings.addAll(OtherLanguages.warnings(walk.files, code));
        Set<PackageName> byOwn = Set.copyOf(FactsBuilder.namesIn(pins(folder, options.own()), catalogue));
        return new FactsBuilder(catalogue, folder, walk, code, specs, warnings, byOwn).build(progress);
    }

    /** Specimen writes the exact interpreter over the version that stood there. */
    private static SpecFacts.PythonWish withoutOwnPatch(SpecFacts.PythonWish wish, Version python) {
        boolean isOwn = wish.specifiers().specifiers().size() == 1
                && wish.specifiers().specifiers().stream()
                        .filter(one -> one.operator() == Specifier.Operator.EQUAL)
                        .flatMap(one -> one.parsedVersion().stream())
                        .anyMatch(python::equals);
        String minor = "==" + python.release().get(0) + "." + python.release().get(1) + ".*";
        return isOwn ? new SpecFacts.PythonWish(SpecifierSet.parse(minor), wish.evidence(), wish.weight()) : wish;
    }

    /**
     * What the files pin that Specimen itself wrote, so that a later run keeps it.
     *
     * @param own paths relative to the folder; those that are missing or ask for no packages give nothing
     * @throws BadInput with the place if one of them is broken
     */
    public List<Declaration> pins(Path folder, Set<String> own) {
        List<Declaration> pins = new ArrayList<>();
        for (String path : own.stream().sorted().toList()) {
            ProjectFile file = new ProjectFile(path, folder.resolve(path), 0);
            Optional<FileKind> kind = FileKind.of(file).filter(ProjectScanner::asksForPackages);
            if (kind.isEmpty()) {
                continue;
            }
            try {
                SpecReader.readSound(file, kind.get()).wishes.forEach(wish -> pins.add(wish.declaration()));
            } catch (NoSuchFileException missing) {
                // nothing is pinned there
            } catch (IOException unreadable) {
                throw new BadInput(path + " cannot be read. Check its permissions.", unreadable);
            }
        }
        return pins;
    }

    private static boolean asksForPackages(FileKind kind) {
        return switch (kind) {
            case REQUIREMENTS, ENVIRONMENT_YML, PYPROJECT, SETUP_CFG, SETUP_PY, PYTHON_VERSION, RUNTIME_TXT, APT ->
                true;
            default -> false;
        };
    }

    /** What was made of one file. */
    private record Read(
            ProjectFile file, Optional<CodeFacts> code, List<SpecFacts> specs, List<ProjectFacts.Warning> warnings) {

        static Read of(ProjectFile file, SpecFacts spec) {
            return new Read(file, Optional.empty(), List.of(spec), List.of());
        }

        /** Code, with the lists that it brings along. */
        static Read of(ProjectFile file, CodeFacts code) {
            List<SpecFacts> specs = new ArrayList<>();
            code.metadata.ifPresent(specs::add);
            if (!code.includes.isEmpty()) {
                SpecFacts installed = new SpecFacts(file.path(), Optional.empty());
                installed.includes.addAll(code.includes);
                specs.add(installed);
            }
            return new Read(file, Optional.of(code), specs, List.of());
        }

        static Read nothing(ProjectFile file) {
            return new Read(file, Optional.empty(), List.of(), List.of());
        }
    }

    private List<Read> read(List<ProjectFile> files, Set<String> own, Progress progress) {
        Set<String> paths = files.stream().map(ProjectFile::path).collect(Collectors.toSet());
        AtomicInteger done = new AtomicInteger();
        List<ProjectFile> theirs =
                files.stream().filter(file -> !own.contains(file.path())).toList();
        return UnevenWork.map(theirs, ProjectFile::size, file -> {
                    progress.checkCancelled();
                    Optional<Read> read = FileKind.of(file).map(kind -> read(file, kind, paths, progress));
                    progress.doing("reading " + file.path(), done.incrementAndGet(), files.size());
                    return read;
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Read read(ProjectFile file, FileKind kind, Set<String> paths, Progress progress) {
        Optional<SpecFileKind> asks = SpecReader.specFileKind(kind);
        boolean lock = asks.filter(SpecFileKind::isLock).isPresent();
        if (kind != FileKind.NOTEBOOK && file.size() > (lock ? Bytes.MOST_OF_A_LOCK : Bytes.MOST)) {
            // a table of data may be YAML, of any length
            return kind == FileKind.YAML
                    ? Read.nothing(file)
                    : failed(file, "It is larger than any file that a person writes, so it was not read.");
        }
        try {
            return switch (kind) {
                case SCRIPT -> Read.of(file, CodeReader.readScript(file));
                case SNAKEFILE -> Read.of(file, CodeReader.readSnakefile(file));
                case NOTEBOOK -> Read.of(file, CodeReader.readNotebook(file, progress));
                case DOCUMENT ->
                    CodeReader.readDocument(file)
                            .map(code -> Read.of(file, code))
                            .orElseGet(() -> Read.nothing(file));
                case SETUP_PY -> {
                    Read code = Read.of(file, CodeReader.readScript(file));
                    yield new Read(file, code.code(), List.of(SpecReader.read(file, kind, false)), List.of());
                }
                case CUDA_SOURCE -> {
                    CodeFacts facts = new CodeFacts(file.path());
                    facts.cudaCode.add(Evidence.of(file.path()));
                    yield Read.of(file, facts);
                }
                case YAML -> {
                    SpecFacts facts = SpecReader.read(file, kind, false);
                    boolean environment = !facts.wishes.isEmpty() || !facts.warnings.isEmpty();
                    yield environment ? Read.of(file, facts) : Read.nothing(file);
                }
                default -> Read.of(file, SpecReader.read(file, kind, isMade(file, paths)));
            };
        } catch (NoSuchFileException vanished) {
            return failed(file, "It vanished while the folder was read.");
        } catch (IOException unreadable) {
            return failed(file, "It cannot be read. Check its permissions.");
        }
    }

    private static Read failed(ProjectFile file, String message) {
        return new Read(
                file,
                Optional.empty(),
                List.of(),
                List.of(new ProjectFacts.Warning(WarningKind.SKIPPED.key(), Evidence.of(file.path()), message)));
    }

    /** Whether requirements.txt was made from a requirements.in beside it, as pip-tools and uv do. */
    private static boolean isMade(ProjectFile file, Set<String> paths) {
        String path = file.path();
        return path.endsWith(".txt") && paths.contains(path.substring(0, path.length() - 4) + ".in");
    }

    /** The files that ask for packages, with those that they include; those that only limit versions fix them. */
    private static List<SpecFacts> withIncludes(
            List<Read> reads, List<ProjectFile> files, Set<String> own, Progress progress) {
        Map<String, ProjectFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        List<SpecFacts> specs = new ArrayList<>(
                reads.stream().flatMap(read -> read.specs().stream()).toList());
        Set<String> known = specs.stream()
                .filter(facts -> facts.kind.isPresent())
                .map(facts -> facts.file)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> constraints = new HashSet<>();
        Set<String> wanted = new HashSet<>();
        Deque<SpecFacts> waiting = new ArrayDeque<>(specs);
        while (!waiting.isEmpty()) {
            progress.checkCancelled();
            SpecFacts facts = waiting.pop();
            for (SpecFacts.Include include : facts.includes) {
                ProjectFile file = byPath.get(include.path());
                if (file != null || include.certain()) {
                    (include.constraint() ? constraints : wanted).add(include.path());
                }
                if (file == null && include.certain()) {
                    facts.warn(
                            WarningKind.BROKEN_REQUIREMENT,
                            include.evidence(),
                            "It includes " + include.path()
                                    + ", which is no file in the project, so that was not read.");
                } else if (file != null && !own.contains(file.path()) && known.add(file.path())) {
                    Read read = read(file, include.kind(), Set.of(), progress);
                    facts.warnings.addAll(read.warnings());
                    specs.addAll(read.specs());
                    waiting.addAll(read.specs());
                }
            }
        }
        constraints.removeAll(wanted);
        specs.stream().filter(facts -> constraints.contains(facts.file)).forEach(SpecFacts::onlyLimit);
        return specs;
    }
}
