package org.specimen.proof.local;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which variables of this computer a program of ours gets to see. */
final class ComputerVariables {

    /** What a program needs to find its way; on Windows names are written in many ways. */
    private static final Set<String> BASIC = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "TERM",
            "LD_LIBRARY_PATH",
            "CUDA_VISIBLE_DEVICES",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "COMSPEC",
            "PATHEXT",
            "APPDATA",
            "LOCALAPPDATA",
            "PROGRAMDATA",
            "PROGRAMFILES",
            "PROGRAMFILES(X86)",
            "USERPROFILE",
            "USERNAME",
            "HOMEDRIVE",
            "HOMEPATH",
            "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE");

    /** What would lead a program out of its environment. */
    private static final Set<String> LEADING_AWAY = Set.of(
            "PYTHONPATH",
            "PYTHONHOME",
            "PYTHONSTARTUP",
            "PYTHONUSERBASE",
            "VIRTUAL_ENV",
            "CONDA_PREFIX",
            "CONDA_DEFAULT_ENV",
            "__PYVENV_LAUNCHER__",
            "PIP_TARGET",
            "PIP_PREFIX",
            "PIP_ROOT",
            "PIP_USER",
            "PIP_REQUIRE_VIRTUALENV",
            "PIP_PYTHON");

    private ComputerVariables() {}

    /** For the project's own program: what it needs to find its way, and no keys. */
    static SortedMap<String, String> forRuns(Map<String, String> environment) {
        SortedMap<String, String> kept = new TreeMap<>();
        environment.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (BASIC.contains(upper) || upper.startsWith("LC_")) {
                kept.put(name, value);
            }
        });
        kept.put("PYTHONNOUSERSITE", "1");
        return kept;
    }

    /** For a program that installs, as the person would run it: with their proxies, logins and settings. */
    static SortedMap<String, String> forInstalling(Map<String, String> environment) {
        SortedMap<String, String> kept = new TreeMap<>(environment);
        kept.keySet().removeIf(name -> LEADING_AWAY.contains(name.toUpperCase(Locale.ROOT)));
        kept.put("PYTHONNOUSERSITE", "1");
        kept.put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        kept.put("PIP_NO_INPUT", "1");
        kept.put("PIP_NO_COLOR", "1");
        return kept;
    }

    /** The name under which a computer has its list of program folders: Windows writes {@code Path}. */
    static String pathName(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.equalsIgnoreCase("PATH"))
                .findFirst()
                .orElse("PATH");
    }
}
