package org.specimen.ui.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.specimen.advice.Stack;
import org.specimen.app.Preview;
import org.specimen.files.FileChange;
import org.specimen.files.FileRole;
import org.specimen.ui.text.Texts;

/** Which files an option may change, beside specimen.yml, which keeps them all. */
final class ChangedFiles {

    private static final Texts TEXTS = Texts.of(ChangedFiles.class);

    private ChangedFiles() {}

    static List<FileRole> of(Kind kind, Stack stack) {
        List<FileRole> roles = new ArrayList<>();
        if (kind == Kind.PYLOCK) {
            return List.of(FileRole.PYLOCK, FileRole.GUIDE);
        }
        if (kind == Kind.TORCH) {
            return List.of(FileRole.REQUIREMENTS_IN, FileRole.REQUIREMENTS, FileRole.GUIDE);
        }
        boolean inImage = kind != Kind.JUPYTER && stack.usesDocker();
        if (inImage) {
            roles.add(FileRole.DOCKERFILE);
        }
        if (inImage && kind == Kind.NAME) {
            roles.add(FileRole.DOCKERIGNORE);
        }
        if (kind == Kind.JUPYTER && !stack.usesConda()) {
            roles.addAll(List.of(FileRole.REQUIREMENTS_IN, FileRole.REQUIREMENTS));
        }
        if (stack.usesConda() && kind != Kind.COMMAND && kind != Kind.SYSTEM_PACKAGES) {
            roles.add(FileRole.ENVIRONMENT_YML);
        }
        if (kind == Kind.VENV_ON_TOP) {
            roles.add(FileRole.REQUIREMENTS);
        }
        if (kind != Kind.SYSTEM_PACKAGES) {
            roles.add(FileRole.GUIDE);
        }
        return List.copyOf(roles);
    }

    /**
     * The same in a line, with the names that the files have in this project.
     *
     * @param preview empty while there is no folder
     */
    static String line(Kind kind, Stack stack, Optional<Preview> preview) {
        List<String> names =
                of(kind, stack).stream().map(role -> named(kind, role, preview)).toList();
        return TEXTS.get("files", String.join(", ", names));
    }

    private static String named(Kind kind, FileRole role, Optional<Preview> preview) {
        String path = preview.stream()
                .flatMap(files -> files.comparison().changes().stream())
                .filter(change -> change.role() == role)
                .map(FileChange::path)
                .findFirst()
                .orElse(role.fileName());
        String place = kind.key() + ".in." + role.name().toLowerCase(Locale.ROOT);
        return TEXTS.has(place) ? TEXTS.get(place, path) : path;
    }
}
