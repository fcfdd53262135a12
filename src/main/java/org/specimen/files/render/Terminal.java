package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.specimen.format.ShellWord;

/** The language of a terminal: how the commands for a person are written. */
enum Terminal {
    POSIX("sh"),
    POWERSHELL("powershell");

    private final String language;

    Terminal(String language) {
        this.language = language;
    }

    /** For the colours of a block in Markdown. */
    String language() {
        return language;
    }

    String quote(String word) {
        return this == POSIX ? ShellWord.posix(word) : ShellWord.powerShell(word);
    }

    /** A command of words that reach the program as they are. */
    String command(Collection<String> words) {
        List<String> all = new ArrayList<>(words);
        return this == POSIX ? ShellWord.posixCommand(all) : ShellWord.powerShellCommand(all);
    }

    String command(String... words) {
        return command(List.of(words));
    }

    /** {@code source:target} with the current folder as the source. */
    String currentFolderAt(String target) {
        return this == POSIX ? "\"$PWD\":" + target : "\"${PWD}:" + target + "\"";
    }

    String setVariable(String name, String value) {
        return this == POSIX ? "export " + name + "=" + quote(value) : "$env:" + name + " = " + quoted(value);
    }

    private static String quoted(String value) {
        String word = ShellWord.powerShell(value);
        return word.startsWith("'") ? word : "'" + word + "'";
    }
}
