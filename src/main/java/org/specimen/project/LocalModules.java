package org.specimen.project;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The modules in the folder, by where Python looks for them (Python language reference, "The import system", and Python
 * library reference, "sys.path": the folder of the script comes first).
 */
final class LocalModules {

    /** How surely an import finds a module of the project. */
    enum Match {
        /** Python looks there before it looks among the installed packages. */
        FIRST,
        /** It lies where Python may look or not, so an installed package of that name is likelier meant. */
        PERHAPS,
        NONE
    }

    private static final String PACKAGE_FILE = "__init__";

    /** The names of the modules in each folder, with those of packages that are folders. */
    private final Map<String, Set<String>> modules = new HashMap<>();
    /** Folders with Python below them and no {@code __init__.py} (PEP 420), by the folder that they lie in. */
    private final Map<String, Set<String>> namespaces = new HashMap<>();

    private final Set<String> packages = new HashSet<>();
    private final Set<String> everywhere = new HashSet<>();
    private final Set<String> searchPaths = new HashSet<>();

    /**
     * @param code the Python files
     * @param links links in the folder, which Python follows
     * @param searchPaths folders that the code itself puts on the search path
     */
    LocalModules(List<ProjectFile> code, List<String> links, Set<String> searchPaths) {
        for (ProjectFile file : code) {
            String name = file.name();
            String module = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            add(modules, file.folder(), module);
            everywhere.add(module);
            if (module.equals(PACKAGE_FILE)) {
                packages.add(file.folder());
            }
            addFolders(file.folder());
        }
        for (String link : links) {
            String name = link.substring(link.lastIndexOf('/') + 1);
            String folder = link.contains("/") ? link.substring(0, link.lastIndexOf('/')) : "";
            add(modules, folder, name.endsWith(".py") ? name.substring(0, name.length() - 3) : name);
        }
        for (String folder : packages) {
            add(modules, parent(folder), last(folder));
            everywhere.add(last(folder));
        }
        this.searchPaths.addAll(searchPaths);
        this.searchPaths.add("");
        this.searchPaths.add("src");
        this.searchPaths.add("lib");
    }

    private void addFolders(String folder) {
        for (String inner = folder; !inner.isEmpty(); inner = parent(inner)) {
            if (!namespaces
                    .computeIfAbsent(parent(inner), key -> new HashSet<>())
                    .add(last(inner))) {
                return;
            }
            everywhere.add(last(inner));
        }
    }

    private static void add(Map<String, Set<String>> sets, String key, String value) {
        sets.computeIfAbsent(key, missing -> new HashSet<>()).add(value);
    }

    private static String parent(String folder) {
        int slash = folder.lastIndexOf('/');
        return slash < 0 ? "" : folder.substring(0, slash);
    }

    private static String last(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static String inside(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    /**
     * Looks for a module as an import in a file does.
     *
     * @param folder the folder of the file
     * @param module dotted
     */
    Match find(String folder, String module) {
        String topLevel = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        boolean inPackage = packages.contains(folder);
        if ((!inPackage && has(folder, topLevel)) || searchPaths.stream().anyMatch(path -> has(path, topLevel))) {
            return Match.FIRST;
        }
        if (module.contains(".")
                && (isBelow(folder, module) || searchPaths.stream().anyMatch(path -> isBelow(path, module)))) {
            return Match.FIRST;
        }
        return everywhere.contains(topLevel) ? Match.PERHAPS : Match.NONE;
    }

    private boolean has(String folder, String module) {
        return modules.getOrDefault(folder, Set.of()).contains(module);
    }

    /** Whether {@code a.b} is found as a module in a folder {@code a} that is no regular package. */
    private boolean isBelow(String folder, String module) {
        int dot = module.indexOf('.');
        String first = module.substring(0, dot);
        String rest = module.substring(dot + 1);
        String second = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
        String inner = inside(folder, first);
        return namespaces.getOrDefault(folder, Set.of()).contains(first)
                && (has(inner, second)
                        || namespaces.getOrDefault(inner, Set.of()).contains(second));
    }
}
