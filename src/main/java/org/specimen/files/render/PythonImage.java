package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import org.specimen.catalogue.DebianSuite;
import org.specimen.files.FileRole;
import org.specimen.format.Dockerfile;
import org.specimen.format.Instruction.Blank;
import org.specimen.format.Instruction.Comment;
import org.specimen.format.Instruction.Copy;
import org.specimen.format.Instruction.Run;
import org.specimen.format.Instruction.WorkDirectory;

/** The Dockerfile on the official image of Python. */
final class PythonImage {

    private static final String HOME = "/home/researcher";

    /** On most Linux computers the first person's own number, so that files in a mounted folder are theirs. */
    private static final int USER = 1000;

    private PythonImage() {}

    static Dockerfile of(RenderRequest request) {
        DebianSuite suite = ImageParts.suite(request);
        Dockerfile.Builder file = new Dockerfile.Builder();
        file.add(
                new Comment(Texts.get("image.header", request.plan().name(), request.name(FileRole.GUIDE))),
                ImageParts.from(
                        request,
                        request.catalogue()
                                .baseImages()
                                .python(request.lock().python().toString(), suite)),
                new Blank(),
                ImageParts.label(request));
        file.section(
                Texts.get("image.user"),
                Run.of(
                        Run.Step.call("useradd", "--uid", Integer.toString(USER), "--create-home", "researcher"),
                        ImageParts.openFolders(HOME, ImageParts.PROJECT)));
        file.section(Texts.get("image.pip-quiet"), ImageParts.quietPip());
        ImageParts.addSystemPackages(file, request);
        file.add(new Blank(), new WorkDirectory(ImageParts.PROJECT));
        addPackages(file, request);
        ImageParts.addProject(file, request, "pip", HOME, USER);
        return file.build();
    }

    private static void addPackages(Dockerfile.Builder file, RenderRequest request) {
        String requirements = request.name(FileRole.REQUIREMENTS);
        List<String> install = new ArrayList<>(List.of("pip", "install", "--no-cache-dir"));
        if (request.hasHashes()) {
            install.add("--require-hashes");
        }
        install.addAll(List.of("-r", requirements));
        ImageParts.addInstallation(
                file,
                request,
                Copy.of(requirements, "./"),
                Texts.get("image.packages"),
                Run.Step.call(install.toArray(String[]::new)));
    }
}
