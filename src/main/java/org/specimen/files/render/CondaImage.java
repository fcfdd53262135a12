package org.specimen.files.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.specimen.catalogue.BaseImages;
import org.specimen.catalogue.BaseImages.CudaFlavour;
import org.specimen.catalogue.BaseImages.CudaRelease;
import org.specimen.files.FileRole;
import org.specimen.format.Dockerfile;
import org.specimen.format.Instruction.Argument;
import org.specimen.format.Instruction.Blank;
import org.specimen.format.Instruction.Comment;
import org.specimen.format.Instruction.Copy;
import org.specimen.format.Instruction.Entrypoint;
import org.specimen.format.Instruction.Environment;
import org.specimen.format.Instruction.From;
import org.specimen.format.Instruction.Run;
import org.specimen.format.Instruction.SearchFirst;
import org.specimen.format.Instruction.Shell;
import org.specimen.format.Instruction.User;
import org.specimen.format.Instruction.WorkDirectory;

/**
 * The Dockerfile with a Conda environment in it, made by micromamba (micromamba-docker documentation). Its entry point
 * activates the environment; the search path is set too, for what starts without the entry point.
 */
final class CondaImage {

    private static final String PREFIX = "/opt/conda";
    private static final String VENV = "/opt/venv";

    /** The user that micromamba's image comes with. */
    private static final String USER_NAME = "mambauser";

    private static final int USER = 57439;
    private static final String HOME = "/home/" + USER_NAME;

    private static final String SCRIPTS = "/usr/local/bin/";
    private static final String ENTRYPOINT = SCRIPTS + "_entrypoint.sh";
    private static final String SHELL = SCRIPTS + "_dockerfile_shell.sh";
    private static final List<String> SET_UP =
            List.of(SCRIPTS + "_dockerfile_initialize_user_accounts.sh", SCRIPTS + "_dockerfile_setup_root_prefix.sh");

    private CondaImage() {}

    static Dockerfile of(RenderRequest request) {
        Dockerfile.Builder file = new Dockerfile.Builder();
        file.add(new Comment(Texts.get("image.header", request.plan().name(), request.name(FileRole.GUIDE))));
        SystemPackages.cudaRelease(request)
                .ifPresentOrElse(release -> addCudaBase(file, request, release), () -> addBase(file, request));
        file.section(Texts.get("image.folders"), Run.of(ImageParts.openFolders(HOME, ImageParts.PROJECT)));
        file.section(
                Texts.get("image.activate"),
                new Argument("MAMBA_DOCKERFILE_ACTIVATE", "1"),
                request.lock().pip().isEmpty() ? ImageParts.quietPip() : ImageParts.quietPipWithoutCache());
        ImageParts.addSystemPackages(file, request);
        file.add(new Blank(), new WorkDirectory(ImageParts.PROJECT));
        addPackages(file, request);
        file.section(
                Texts.get("image.path"),
                new SearchFirst(
                        request.venvOnTop() ? List.of(VENV + "/bin", PREFIX + "/bin") : List.of(PREFIX + "/bin")));
        ImageParts.addProject(file, request, request.venvOnTop() ? VENV + "/bin/pip" : "pip", HOME, USER);
        return file.build();
    }

    private static void addBase(Dockerfile.Builder file, RenderRequest request) {
        file.add(
                ImageParts.from(request, request.catalogue().baseImages().micromamba()),
                new Blank(),
                ImageParts.label(request));
        file.section(Texts.get("image.root"), new User(0));
    }

    /** micromamba added to NVIDIA's image (micromamba-docker documentation, "Adding micromamba to an existing image"). */
    private static void addCudaBase(Dockerfile.Builder file, RenderRequest request, CudaRelease release) {
        BaseImages images = request.catalogue().baseImages();
        String stage = "micromamba";
        file.add(new From(images.micromamba(), Optional.empty(), Optional.of(stage)));
        file.section(
                Texts.get("image.cuda", release.version()),
                ImageParts.from(request, images.cuda(release, flavour(request))),
                new Blank(),
                ImageParts.label(request));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ENV_NAME", "base");
        settings.put("LANG", "C.UTF-8");
        settings.put("LC_ALL", "C.UTF-8");
        settings.put("MAMBA_EXE", "/bin/micromamba");
        settings.put("MAMBA_ROOT_PREFIX", PREFIX);
        settings.put("MAMBA_USER", USER_NAME);
        settings.put("MAMBA_USER_GID", Integer.toString(USER));
        settings.put("MAMBA_USER_ID", Integer.toString(USER));
        file.section(Texts.get("image.micromamba"), new Environment(settings), copy(stage, "/bin/micromamba"));
        List.of(ENTRYPOINT, SHELL, SCRIPTS + "_activate_current_env.sh", SET_UP.get(0), SET_UP.get(1)).stream()
                .sorted()
                .forEach(script -> file.add(copy(stage, script)));
        file.add(
                new Run(SET_UP.stream().<Run.Step>map(Run.Step::call).toList()),
                new Shell(List.of(SHELL)),
                new Entrypoint(List.of(ENTRYPOINT)));
    }

    private static Copy copy(String stage, String path) {
        return new Copy(Optional.of(stage), Optional.empty(), List.of(path), path);
    }

    /** The compiler is in the image only where the project has code of its own to compile for the GPU. */
    static CudaFlavour flavour(RenderRequest request) {
        boolean compiles = request.facts().gpu().evidence().stream()
                .map(evidence -> evidence.file().toLowerCase(Locale.ROOT))
                .anyMatch(path -> path.endsWith(".cu") || path.endsWith(".cuh"));
        return compiles ? CudaFlavour.DEVEL : CudaFlavour.RUNTIME;
    }

    private static void addPackages(Dockerfile.Builder file, RenderRequest request) {
        // Under its usual name, from whose end micromamba tells what kind of file it is.
        String name = FileRole.ENVIRONMENT_YML.fileName();
        Copy source = Copy.of(request.name(FileRole.ENVIRONMENT_YML), ImageParts.PROJECT + "/" + name);
        Run.Call install = Run.Step.call("micromamba", "install", "--yes", "--name", "base", "--file", name);
        Run.Step[] steps = {
            request.usesGpu() ? install.withVariable("CONDA_OVERRIDE_CUDA", cudaToSolveFor(request)) : install,
            Run.Step.call("micromamba", "clean", "--all", "--yes")
        };
        String comment = Texts.get(request.usesGpu() ? "image.conda.cuda" : "image.conda");
        if (request.venvOnTop()) {
            file.section(comment, source, Run.of(steps));
            addVenv(file, request);
        } else {
            ImageParts.addInstallation(file, request, source, comment, steps);
        }
    }

    /** What conda is told that the driver can run (conda documentation, "Managing virtual packages"). */
    private static String cudaToSolveFor(RenderRequest request) {
        return CondaFile.majorAndMinor(request.cuda()
                .orElse(request.catalogue().baseImages().recommendedCuda().version()));
    }

    /** Conda runs the scripts in {@code activate.d} as it activates; this one puts the venv in front. */
    private static void addVenv(Dockerfile.Builder file, RenderRequest request) {
        String requirements = request.name(FileRole.REQUIREMENTS);
        String hooks = PREFIX + "/etc/conda/activate.d";
        List<String> install = new ArrayList<>(List.of(VENV + "/bin/pip", "install", "--no-cache-dir"));
        if (request.hasHashes()) {
            install.add("--require-hashes");
        }
        install.addAll(List.of("-r", requirements));
        ImageParts.addInstallation(
                file,
                request,
                Copy.of(requirements, "./"),
                Texts.get("image.venv"),
                Run.Step.call("python", "-m", "venv", "--system-site-packages", VENV),
                Run.Step.call(install.toArray(String[]::new)),
                Run.Step.call("install", "-d", hooks),
                Run.Step.call("ln", "-s", VENV + "/bin/activate", hooks + "/zz-venv.sh"));
    }
}
