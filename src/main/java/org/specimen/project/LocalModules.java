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

    /** Shorter names are alike by chance. */
    private static final int SHORTEST_ALIKE = 6;

    private static final String PACKAGE_FILE = "__init__";

    /** Where projects keep their packages, beside their own folder. */
    private static final List<String> USUAL_PATHS = List.of("", "src", "lib");

    /** The names of the modules in each folder, with those of packages that are folders. */
    private final Map<String, Set<String>> modules = new HashMap<>();
    /** Folders with Python below them and no {@code __init__.py} (PEP 420), by the folder that they lie in. */
    private final Map<String, Set<String>> namespaces = new HashMap<>();

    private final Set<String> packages = new HashSet<>();
    private final Set<String> everywhere = new HashSet<>();
    /** The modules in all folders that are searched. */
    private final Set<String> onPath = new HashSet<>();
    /** What lies in the folders, by their names, in all folders that are searched. */
    private final Map<String, Set<String>> belowPath = new HashMap<>();

    /**
     * @param code the Python files
     * @param compiled names of modules that may be compiled from files of the project
     * @param links links in the folder, which Python follows
     * @param searchPaths folders that the code itself puts on the search path
     */
    LocalModules(List<ProjectFile> code, Set<String> compiled, List<String> links, Set<String> searchPaths) {
        for (ProjectFile file : code) {
            String module = moduleOf(file);
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
        everywhere.addAll(compiled);
        USUAL_PATHS.forEach(this::search);
        searchPaths.forEach(this::search);
    }

    /** A compiled module has the platform behind its name: fast.cpython-312-x86_64-linux-gnu.so. */
    private static String moduleOf(ProjectFile file) {
        boolean compiled = file.ending().equals("so") || file.ending().equals("pyd");
        return compiled ? file.stem().split("\\.", 2)[0] : file.stem();
    }

    private void search(String path) {
        onPath.addAll(modules.getOrDefault(path, Set.of()));
        for (String folder : namespaces.getOrDefault(path, Set.of())) {
            belowPath.computeIfAbsent(folder, missing -> new HashSet<>()).addAll(contents(inside(path, folder)));
        }
    }

    private Set<String> contents(String folder) {
        Set<String> contents = new HashSet<>(modules.getOrDefault(folder, Set.of()));
        contents.addAll(namespaces.getOrDefault(folder, Set.of()));
        return contents;
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

    /** Whether there is a package of this name where the project's own are. */
    boolean isRootPackage(String name) {
        return USUAL_PATHS.stream().anyMatch(path -> packages.contains(inside(path, name)));
    }

    /** Whether there is any package where the project's own are. */
    boolean hasRootPackage() {
        return packages.stream().anyMatch(folder -> !folder.isEmpty() && USUAL_PATHS.contains(parent(folder)));
    }

    /**
     * Looks for a module as an import in a file does.
     *
     * @param folder the folder of the file
     * @param module dotted
     */
    Match find(String folder, String module) {
        String topLevel = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        if (onPath.contains(topLevel) || (!packages.contains(folder) && has(folder, topLevel))) {
            return Match.FIRST;
        }
        if (module.contains(".") && isBelow(folder, topLevel, second(module))) {
            return Match.FIRST;
        }
        if (isGenerated(module)) {
            return Match.FIRST;
        }
        return everywhere.contains(topLevel) ? Match.PERHAPS : Match.NONE;
    }

    /**
     * Whether the compiler of Protocol Buffers made the module in the project. It writes imports from the folder that it was
     * run in, which is on the search path by then (Protocol Buffers documentation, "Python Generated Code Guide").
     */
    private boolean isGenerated(String module) {
        int dot = module.lastIndexOf('.');
        String name = module.substring(dot + 1);
        if (dot < 0 || !(name.endsWith("_pb2") || name.endsWith("_pb2_grpc"))) {
            return false;
        }
        String folder = module.substring(0, dot).replace('.', '/');
        return modules.entrySet().stream()
                .filter(entry -> entry.getKey().equals(folder) || entry.getKey().endsWith("/" + folder))
                .anyMatch(entry -> entry.getValue().contains(name));
    }

    /** Whether a module of the project has nearly this name: one letter is changed, missing or too many. */
    boolean hasNearly(String name) {
        return name.length() >= SHORTEST_ALIKE && everywhere.stream().anyMatch(other -> isNearly(name, other));
    }

    private static boolean isNearly(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (Math.abs(one.length() - other.length()) > 1 || one.equals(other)) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int inOne = same + (one.length() >= other.length() ? 1 : 0);
        int inOther = same + (other.length() >= one.length() ? 1 : 0);
        return one.substring(inOne).equals(other.substring(inOther));
    }

    private boolean has(String folder, String module) {
        return modules.getOrDefault(folder, Set.of()).contains(module);
    }

    private static String second(String module) {
        String rest = module.substring(module.indexOf('.') + 1);
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    /** Whether {@code first.second} is found as a module in a folder {@code first} that is no regular package. */
    private boolean isBelow(String folder, String first, String second) {
        if (belowPath.getOrDefault(first, Set.of()).contains(second)) {
            return true;
        }
        String inner = inside(folder, first);
        return namespaces.getOrDefault(folder, Set.of()).contains(first)
                && (has(inner, second)
                        || namespaces.getOrDefault(inner, Set.of()).contains(second));
    }
}
