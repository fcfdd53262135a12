package org.specimen.project;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.specimen.format.PythonTokens;
import org.specimen.format.PythonTokens.Kind;
import org.specimen.format.ShellCommands;

/** Finds the programs that Python code starts, where it says their names literally. */
final class ProgramReader {

    /** Functions of subprocess that start a program; the first three are told by their names alone. */
    private static final Set<String> STARTERS = Set.of("Popen", "check_call", "check_output", "run", "call");

    private static final Set<String> TOLD_BY_NAME = Set.of("Popen", "check_call", "check_output");

    private static final Set<String> SUBPROCESS = Set.of("subprocess", "sp");

    /** Functions of os that hand a line to the shell. */
    private static final Set<String> SHELL_STARTERS = Set.of("system", "popen");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_+-]{0,40}");

    private ProgramReader() {}

    /** Adds to the facts what the code shows. */
    static void read(PythonTokens tokens, CodeFacts facts, int cell) {
        for (int i = 0; i < tokens.size(); i++) {
            Kind kind = tokens.kind(i);
            if (kind == Kind.NAME && tokens.is(i + 1, "(")) {
                readCall(tokens, i, facts, cell);
            } else if (kind == Kind.MAGIC && tokens.text(i).startsWith("!")) {
                readLine(tokens.text(i).substring(1), new Evidence(facts.file, cell, tokens.line(i)), facts);
            }
        }
    }

    private static void readCall(PythonTokens tokens, int i, CodeFacts facts, int cell) {
        String name = tokens.text(i);
        boolean attribute = tokens.is(i - 1, ".");
        boolean ofSubprocess = STARTERS.contains(name)
                && (attribute
                        ? tokens.isName(i - 2) && SUBPROCESS.contains(tokens.text(i - 2))
                        : TOLD_BY_NAME.contains(name) && !tokens.is(i - 1, "def"));
        boolean ofShell = SHELL_STARTERS.contains(name) && attribute && tokens.is(i - 2, "os");
        if (!ofSubprocess && !ofShell) {
            return;
        }
        Evidence evidence = new Evidence(facts.file, cell, tokens.line(i));
        if (tokens.is(i + 2, "[")) {
            tokens.string(i + 3).ifPresent(program -> add(program, evidence, facts));
        } else {
            Optional<String> line =
                    tokens.kind(i + 2) == Kind.FSTRING_START && tokens.kind(i + 3) == Kind.FSTRING_MIDDLE
                            ? Optional.of(tokens.text(i + 3))
                                    .filter(text -> text.strip().indexOf(' ') > 0)
                            : tokens.string(i + 2);
            line.ifPresent(text -> readLine(text, evidence, facts));
        }
    }

    private static void readLine(String line, Evidence evidence, CodeFacts facts) {
        List<List<String>> commands = ShellCommands.parse(line);
        // what follows a pipe may be an argument in quotes that was cut short
        commands.stream()
                .limit(1)
                .filter(words -> !words.isEmpty())
                .forEach(words -> add(words.get(0), evidence, facts));
    }

    private static void add(String program, Evidence evidence, CodeFacts facts) {
        if (NAME.matcher(program).matches()) {
            facts.programs.add(new CodeFacts.UsageAt(program, evidence));
        }
    }
}
