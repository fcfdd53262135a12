package org.specimen.project;

import java.util.Optional;
import org.specimen.python.Version;

/** Reads files of a few words, line by line. */
final class SmallFileReader {

    private SmallFileReader() {}

    /**
     * One version; 3.10 means any 3.10.
     *
     * @param prefix what stands before it
     */
    static void readPythonVersion(SpecText spec, String prefix) {
        int number = 0;
        for (String line : spec.text().lines().toList()) {
            number++;
            String word = line.strip();
            if (word.isEmpty() || word.startsWith("#")) {
                continue;
            }
            String version = word.startsWith(prefix) ? word.substring(prefix.length()) : "";
            Optional<Version> parsed =
                    Version.tryParse(version.startsWith("cpython-") ? version.substring(8) : version);
            if (parsed.isPresent()) {
                boolean whole = parsed.get().release().size() > 2;
                spec.addPython("==" + parsed.get() + (whole ? "" : ".*"), number);
            }
            return;
        }
    }

    static void readApt(SpecText spec) {
        int number = 0;
        for (String line : spec.text().lines().toList()) {
            number++;
            int hash = line.indexOf('#');
            for (String word :
                    (hash < 0 ? line : line.substring(0, hash)).strip().split("\\s+", -1)) {
                if (ShellReader.isPlainName(word)) {
                    spec.facts().systemPackages.add(new ProjectFacts.SystemPackage(word, spec.at(number)));
                }
            }
        }
    }

    /** Only what stands before the equals sign is ever looked at. */
    static void readDotenv(SpecText spec) {
        int number = 0;
        for (String line : spec.text().lines().toList()) {
            number++;
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip();
            key = key.startsWith("export ") ? key.substring(7).strip() : key;
            if (!key.isEmpty() && key.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)))) {
                spec.facts().secrets.add(new ProjectFacts.Secret(key, spec.at(number)));
            }
        }
    }
}
