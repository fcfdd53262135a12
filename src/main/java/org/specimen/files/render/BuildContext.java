package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.specimen.files.FileRole;
import org.specimen.format.DockerIgnore;
import org.specimen.format.DockerIgnore.Section;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts;
import org.specimen.project.ProjectFacts.SpecFile;

/** What of the project's folder goes into an image: the code, and neither data nor secrets. */
final class BuildContext {

    /** Folders that hold data or results by their usual names. */
    static final List<String> DATA_FOLDERS = List.of("data", "datasets", "output", "outputs", "results");

    private static final List<String> SECRETS = List.of(
            "**/.env",
            "**/.env.*",
            "**/.netrc",
            "**/_netrc",
            "**/.pypirc",
            "**/.git-credentials",
            "**/.aws",
            "**/.azure",
            "**/.kaggle",
            "**/.ssh",
            "**/credentials.json",
            "**/secrets.toml",
            "**/id_dsa",
            "**/id_ecdsa",
            "**/id_ed25519",
            "**/id_rsa",
            "**/*.key",
            "**/*.p12",
            "**/*.pem",
            "**/*.pfx");

    private static final List<String> CACHES = List.of(
            "**/__pycache__",
            "**/*.pyc",
            "**/.ipynb_checkpoints",
            "**/.cache",
            "**/.mypy_cache",
            "**/.pytest_cache",
            "**/.ruff_cache",
            "**/.nox",
            "**/.tox",
            "**/*.egg-info",
            "**/.DS_Store");

    private BuildContext() {}

    static DockerIgnore ignored(RenderRequest request) {
        Set<String> code = foldersWithCode(request);
        List<String> data = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        DATA_FOLDERS.forEach(folder -> (code.contains(folder) ? kept : data).add(folder));
        List<String> patterns = new ArrayList<>(data);
        // Python code that lies there may be imported, even where nothing of it was noticed.
        data.forEach(folder -> patterns.add("!" + folder + "/**/*.py"));
        String comment = Texts.get("ignored.data", request.name(FileRole.GUIDE));
        return new DockerIgnore(List.of(
                new Section(
                        kept.isEmpty()
                                ? comment
                                : comment + "\n" + Texts.get("ignored.data.kept", String.join(", ", kept)),
                        patterns),
                new Section(Texts.get("ignored.secrets"), SECRETS),
                new Section(
                        Texts.get("ignored.archives"),
                        List.of(
                                DockerIgnore.literal(request.imageArchive()),
                                DockerIgnore.literal(request.apptainerFile()))),
                new Section(
                        Texts.get("ignored.reports"),
                        List.of("reproducibility-report.html", "reproducibility-report.json", "**/*.run.ipynb")),
                new Section(Texts.get("ignored.history"), List.of("**/.git", "**/.hg", "**/.svn", ".specimen")),
                new Section(Texts.get("ignored.environments"), environments(code)),
                new Section(Texts.get("ignored.caches"), CACHES)));
    }

    private static List<String> environments(Set<String> code) {
        List<String> patterns = new ArrayList<>(List.of("**/.venv", "**/.conda", "**/.pixi"));
        if (!code.contains("venv")) {
            patterns.add("venv");
        }
        return patterns;
    }

    /** The folders of data that are left out. */
    static List<String> dataFolders(RenderRequest request) {
        Set<String> code = foldersWithCode(request);
        return DATA_FOLDERS.stream().filter(folder -> !code.contains(folder)).toList();
    }

    /** The top-level folders that modules are imported from, or that hold what the environment is made from. */
    private static Set<String> foldersWithCode(RenderRequest request) {
        ProjectFacts facts = request.facts();
        Stream<Evidence> evidence = Stream.of(
                        facts.packages().stream().flatMap(found -> found.evidence().stream()),
                        facts.gpu().evidence().stream(),
                        facts.models().stream().map(ProjectFacts.Model::evidence),
                        facts.secrets().stream().map(ProjectFacts.Secret::evidence),
                        facts.randomness().stream(),
                        facts.warnings().stream().map(ProjectFacts.Warning::evidence),
                        facts.systemPackages().stream().map(ProjectFacts.SystemPackage::evidence),
                        facts.python().evidence().stream())
                .flatMap(places -> places);
        Stream<String> modules = evidence.map(Evidence::file).filter(path -> path.matches("(?s).*\\.pyx?"));
        Stream<String> files = Stream.of(
                        facts.specFiles().stream().map(SpecFile::path),
                        request.plan().options().command().stream(),
                        facts.commands().stream().flatMap(List::stream))
                .flatMap(paths -> paths);
        Set<String> folders = new TreeSet<>();
        Stream.concat(modules, files).forEach(path -> addFolder(path, folders));
        return folders;
    }

    private static void addFolder(String path, Set<String> folders) {
        int slash = path.indexOf('/');
        if (slash > 0) {
            folders.add(path.substring(0, slash));
        }
    }
}
