package org.specimen.files.render;

import java.util.ArrayList;
import java.util.List;
import org.specimen.advice.Stack;
import org.specimen.files.FileRole;
import org.specimen.files.GeneratedFile;

/** Writes the files of a stack; specimen.yml is the plan's own. */
public final class Renderer {

    private Renderer() {}

    /** The files, each with its text. The same request gives the same bytes. */
    public static List<GeneratedFile> render(RenderRequest request) {
        List<GeneratedFile> files = new ArrayList<>();
        if (!request.stack().usesConda()) {
            files.add(file(request, FileRole.REQUIREMENTS_IN, PipFiles.direct(request)));
        }
        if (request.hasRequirements()) {
            files.add(file(request, FileRole.REQUIREMENTS, PipFiles.closure(request)));
        }
        if (request.hasReferences()) {
            files.add(file(request, FileRole.REFERENCES, PipFiles.references(request)));
        }
        if (PylockFile.isWritten(request)) {
            files.add(file(request, FileRole.PYLOCK, PylockFile.write(request)));
        }
        if (request.stack().usesConda()) {
            files.add(file(request, FileRole.ENVIRONMENT_YML, CondaFile.write(request)));
        }
        request.condaLock()
                .ifPresent(
                        locked -> files.add(file(request, FileRole.CONDA_LOCK, CondaLockText.write(request, locked))));
        if (request.stack() == Stack.VENV) {
            files.add(file(request, FileRole.PYTHON_VERSION, request.lock().python() + "\n"));
        }
        if (request.stack().usesDocker()) {
            files.add(file(
                    request,
                    FileRole.DOCKERFILE,
                    (request.stack().usesConda() ? CondaImage.of(request) : PythonImage.of(request)).render()));
            files.add(file(
                    request,
                    FileRole.DOCKERIGNORE,
                    BuildContext.ignored(request).render()));
        }
        files.add(file(request, FileRole.GUIDE, Guide.write(request)));
        return List.copyOf(files);
    }

    /** Files that are asked for and cannot be written: for each why not, and what to do. */
    public static List<String> unwritten(RenderRequest request) {
        return PylockFile.missing(request).stream().toList();
    }

    private static GeneratedFile file(RenderRequest request, FileRole role, String content) {
        return new GeneratedFile(role, request.name(role), content);
    }
}
