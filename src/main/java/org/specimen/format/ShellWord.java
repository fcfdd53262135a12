package org.specimen.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes words so that a shell reads each as one word and nothing in it as its own language. */
public final class ShellWord {

    private static final Pattern POSIX_PLAIN =
            Pattern.compile("[A-Za-z0-9_@%+:,./][A-Za-z0-9_@%+:,./-]*" + "|-[A-Za-z0-9_@%+:,./=-]*");

    private static final Pattern POWERSHELL_PLAIN =
            Pattern.compile("[A-Za-z0-9_./\\\\][A-Za-z0-9_.:/\\\\=-]*|-{1,2}[A-Za-z][A-Za-z0-9_-]*");

    private ShellWord() {}

    /**
     * The word for a POSIX shell (POSIX.1-2017, Shell Command Language, section 2.2.2): bare where it is plain, else in
     * single quotes, in which nothing is special but the quote itself.
     *
     * @throws IllegalArgumentException if there is a NUL in it, which no argument can hold
     */
    public static String posix(String word) {
        refuseNul(word);
        return POSIX_PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * The word for PowerShell (about_Quoting_Rules): bare where it is plain, else in single quotes, in which nothing is
     * special but the quotes, the typographic ones among them. Windows PowerShell 5.1 itself loses double quotes and empty
     * words when it starts a program; PowerShell 7.3 and later do not.
     *
     * @throws IllegalArgumentException if there is a NUL in it, which no argument can hold
     */
    public static String powerShell(String word) {
        refuseNul(word);
        return POWERSHELL_PLAIN.matcher(word).matches()
                ? word
                : "'" + word.replaceAll("(['\u2018\u2019\u201A\u201B])", "$1$1") + "'";
    }

    /** A command for a POSIX shell. */
    public static String posixCommand(List<String> words) {
        return words.stream().map(ShellWord::posix).collect(Collectors.joining(" "));
    }

    /** A command for PowerShell, which takes a quoted first word for a text unless {@code &} stands before it. */
    public static String powerShellCommand(List<String> words) {
        String command = words.stream().map(ShellWord::powerShell).collect(Collectors.joining(" "));
        return command.startsWith("'") ? "& " + command : command;
    }

    private static void refuseNul(String word) {
        if (word.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a word of a command cannot hold a NUL character");
        }
    }
}
