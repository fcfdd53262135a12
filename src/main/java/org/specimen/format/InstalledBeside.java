package org.specimen.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.PackageName;

/**
 * What pip installs from requirements files of ours beside an environment.yml. It must not stand in that as well: it would
 * be installed twice, and in an image before the programs are there that fetch it.
 */
final class InstalledBeside {

    private final Set<String> files;
    private final Map<PackageName, String> fileByName = new LinkedHashMap<>();
    private final Map<String, String> fileByPlace = new LinkedHashMap<>();

    /** @param files the texts of the requirements files by path */
    InstalledBeside(Map<String, String> files) {
        this.files = Set.copyOf(files.keySet());
        files.forEach((path, text) -> RequirementsFile.parse(text).lines().forEach(line -> {
            if (line instanceof RequirementsFile.Wanted wanted) {
                fileByName.putIfAbsent(wanted.requirement().name(), path);
                wanted.requirement().url().ifPresent(url -> fileByPlace.putIfAbsent(place(url), path));
            }
        }));
    }

    /** The file that a package is installed from, if it is. */
    Optional<String> fileWith(PackageName name) {
        return Optional.ofNullable(fileByName.get(name));
    }

    /** The file that has what an item under {@code pip:} asks for: the same package, the same place, or that file. */
    Optional<String> fileWith(String item) {
        Optional<RequirementsFile.Line> line = RequirementsFile.parseLine(item, 1);
        if (line.isPresent() && line.get() instanceof RequirementsFile.Wanted wanted) {
            return fileWith(wanted.requirement().name());
        }
        if (line.isPresent() && line.get() instanceof RequirementsFile.Reference reference) {
            return reference
                    .name()
                    .flatMap(this::fileWith)
                    .or(() -> Optional.ofNullable(fileByPlace.get(place(reference.target()))));
        }
        if (line.isPresent() && line.get() instanceof RequirementsFile.Include include) {
            return Optional.of(place(include.path())).filter(files::contains);
        }
        return Optional.empty();
    }

    /** An address or a path without what may differ where the same is meant: fragment, revision, login, spelling. */
    private static String place(String target) {
        String place = target.indexOf('#') < 0 ? target : target.substring(0, target.indexOf('#'));
        int slash = place.lastIndexOf('/');
        int revision = place.lastIndexOf('@');
        if (revision > slash && slash > place.indexOf("://") + 2) {
            place = place.substring(0, revision);
        }
        int host = place.indexOf("://") + 3;
        int login = place.indexOf('@');
        if (host > 2 && login > host && login < place.indexOf('/', host)) {
            place = place.substring(0, host) + place.substring(login + 1);
        }
        place = place.startsWith("file:") && !place.startsWith("file://") ? place.substring("file:".length()) : place;
        place = place.startsWith("./") ? place.substring("./".length()) : place;
        place = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
        return place.endsWith(".git") ? place.substring(0, place.length() - ".git".length()) : place;
    }
}
