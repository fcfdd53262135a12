package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.LockedPackages.Locked;

/** The tables {@code package} of poetry.lock, uv.lock and pdm.lock, and {@code packages} of pylock.toml. */
final class TomlLock {

    /** Keys of a package stand at the beginning of a line; what spans lines is indented. */
    private static final Pattern KEY = Pattern.compile("(name|version|source)\\s*=\\s*(?:\"([^\"]*)\"|(\\{.*))");

    private final List<Locked> packages = new ArrayList<>();
    private String name = "";
    private String version = "";
    private int line;
    private boolean local;

    private TomlLock() {}

    static List<Locked> read(String text) {
        TomlLock lock = new TomlLock();
        String section = "";
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (line.startsWith("[")) {
                section = line.strip();
                if (isPackage(section)) {
                    lock.endPackage();
                }
                lock.local |= section.equals("[packages.directory]");
            } else if (isPackage(section)) {
                lock.readKey(line, number);
            } else if (section.equals("[package.source]")) {
                lock.local |= line.startsWith("type = \"directory\"");
            }
        }
        lock.endPackage();
        return lock.packages;
    }

    private static boolean isPackage(String section) {
        return section.equals("[[package]]") || section.equals("[[packages]]");
    }

    private void readKey(String text, int number) {
        Matcher key = KEY.matcher(text);
        if (!key.lookingAt()) {
            local |= text.startsWith("directory =") || text.startsWith("path = \".");
            return;
        }
        String value = key.group(2) == null ? key.group(3) : key.group(2);
        switch (key.group(1)) {
            case "name" -> {
                name = value;
                line = number;
            }
            case "version" -> version = value;
            default ->
                local |= value.contains("virtual =") || value.contains("editable =") || value.contains("directory =");
        }
    }

    private void endPackage() {
        if (!local && !name.isEmpty() && !version.isEmpty()) {
            packages.add(new Locked(name, version, false, line));
        }
        name = "";
        version = "";
        local = false;
    }
}
