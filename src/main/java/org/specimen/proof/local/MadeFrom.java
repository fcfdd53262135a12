package org.specimen.proof.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.format.PyprojectToml;
import org.specimen.problem.BadInput;
import org.specimen.proof.MakeRequest;

/** The files of a project that an environment is made from. */
final class MadeFrom {

    private MadeFrom() {}

    /** The file that Specimen wrote last in this role: beside the person's own where that stays. */
    static Optional<Path> file(MakeRequest request, FileRole role) {
        Path beside = request.folder().resolve(role.fileName() + FileNames.BESIDE);
        boolean isBeside = request.plan().written().containsKey(role.fileName() + FileNames.BESIDE);
        Path file = isBeside && Files.isRegularFile(beside)
                ? beside
                : request.folder().resolve(role.fileName());
        boolean counts = role == FileRole.REQUIREMENTS
                || role == FileRole.ENVIRONMENT_YML
                || request.plan().written().containsKey(role.fileName())
                || isBeside;
        return Optional.of(file).filter(path -> counts && Files.isRegularFile(path));
    }

    /** The guide says so too: where the project is a package and the plan wants it installed. */
    static boolean isInstalled(MakeRequest request) {
        if (!request.plan().options().installProject()) {
            return false;
        }
        Path pyproject = request.folder().resolve("pyproject.toml");
        if (Files.isRegularFile(pyproject)) {
            try {
                PyprojectToml read = PyprojectToml.parse("pyproject.toml", text(pyproject));
                return read.installable() && read.name().isPresent();
            } catch (BadInput broken) {
                return false;
            }
        }
        return Files.isRegularFile(request.folder().resolve("setup.py"));
    }

    /** Of all that an environment is made from, to tell whether it still is. */
    static String digest(List<String> parts) {
        try {
            byte[] all = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new BadInput(file + " cannot be read as text.", unreadable);
        }
    }
}
