package org.specimen.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.LockedPackages.Locked;

/** The list of packages in conda-lock.yml and in pixi.lock. Both can be longer than what is read as YAML. */
final class YamlLock {

    /** A key at the first or second depth; what is deeper belongs to the package's own lists. */
    private static final Pattern KEY =
            Pattern.compile("(- | {2})([a-z_]+): *(?:'([^']*)'|\"([^\"]*)\"|([^#\\s]\\S*))?\\s*");

    private YamlLock() {}

    static List<Locked> condaLock(String text) {
        List<Locked> packages = new ArrayList<>();
        for (Item item : items(text, "package:")) {
            boolean conda = !"pip".equals(item.get("manager"));
            addNamed(item, conda, packages);
        }
        return packages;
    }

    /** Conda's packages are named by their address from version 6 on, the others by name and version. */
    static List<Locked> pixi(String text) {
        List<Locked> packages = new ArrayList<>();
        for (Item item : items(text, "packages:")) {
            if (item.get("pypi").startsWith(".") || item.get("path").startsWith(".")) {
                continue; // the project itself
            }
            boolean conda = item.keys.containsKey("conda") || "conda".equals(item.get("kind"));
            if (item.get("name").isEmpty() || item.get("version").isEmpty()) {
                Optional<Locked> addressed = CondaAddress.read(item.get("conda"), item.line);
                addressed.ifPresent(packages::add);
            } else {
                addNamed(item, conda, packages);
            }
        }
        return packages;
    }

    private static void addNamed(Item item, boolean conda, List<Locked> packages) {
        if (!item.get("name").isEmpty() && !item.get("version").isEmpty()) {
            packages.add(new Locked(item.get("name"), item.get("version"), conda, item.line));
        }
    }

    private record Item(Map<String, String> keys, int line) {
        String get(String key) {
            return keys.getOrDefault(key, "");
        }
    }

    private static List<Item> items(String text, String list) {
        List<Item> items = new ArrayList<>();
        boolean inside = false;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            boolean top = !line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '-' && line.charAt(0) != '#';
            inside = top ? line.stripTrailing().equals(list) : inside;
            Matcher key = KEY.matcher(line);
            if (!inside || !key.matches()) {
                continue;
            }
            if (key.group(1).equals("- ")) {
                items.add(new Item(new HashMap<>(), number));
            }
            if (!items.isEmpty()) {
                items.get(items.size() - 1).keys.put(key.group(2), value(key));
            }
        }
        return items;
    }

    private static String value(Matcher key) {
        for (int group = 3; group <= 5; group++) {
            if (key.group(group) != null) {
                return key.group(group);
            }
        }
        return "";
    }
}
