package org.specimen.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.DebianSuite;
import org.specimen.catalogue.ImportProvider;
import org.specimen.catalogue.SystemLibraries;
import org.specimen.machine.OperatingSystem;
import org.specimen.proof.Trouble.Fix;
import org.specimen.python.PackageName;

/** Says in plain words what a program meant that failed, by {@code explanations.tsv} and {@code libraries.tsv}. */
public final class Explainer {

    /** Longer texts are looked at from their end. */
    private static final int MOST = 200_000;

    private enum Kind {
        IMPORT,
        BUILD
    }

    private record Row(Kind kind, Pattern pattern, String what, String whatToDo, String fix) {}

    private record DebianNames(String bookworm, String trixie) {
        String in(DebianSuite suite) {
            return suite == DebianSuite.TRIXIE ? trixie : bookworm;
        }
    }

    private final Catalogue catalogue;
    private final List<Row> rows;
    private final Map<String, DebianNames> libraries;

    private Explainer(Catalogue catalogue, List<Row> rows, Map<String, DebianNames> libraries) {
        this.catalogue = catalogue;
        this.rows = List.copyOf(rows);
        this.libraries = Map.copyOf(libraries);
    }

    /** With the tables that ship inside. */
    public static Explainer on(Catalogue catalogue) {
        List<Row> rows = new ArrayList<>();
        table("explanations.tsv").stream()
                .skip(1)
                .forEach(cells -> rows.add(new Row(
                        Kind.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                        Pattern.compile(cells[1]),
                        cells[2],
                        cells[3],
                        cells[4])));
        Map<String, DebianNames> libraries = new HashMap<>();
        table("libraries.tsv")
                .forEach(cells ->
                        libraries.put(cells[0], new DebianNames(cells[1], cells.length > 2 ? cells[2] : cells[1])));
        return new Explainer(catalogue, rows, libraries);
    }

    /**
     * Why an environment could not be made.
     *
     * @param said what the program that installs said; empty if nothing in it is known
     */
    public Optional<Trouble> build(String said) {
        String text = said.substring(Math.max(0, said.length() - MOST));
        for (Row row : rows) {
            Matcher matcher = row.pattern().matcher(text);
            if (row.kind() == Kind.BUILD && matcher.find()) {
                Trouble trouble = new Trouble(filled(row.what(), "", matcher), filled(row.whatToDo(), "", matcher));
                return Optional.of(row.fix().equals("outside") ? trouble.outside() : trouble);
            }
        }
        return Optional.empty();
    }

    /**
     * An import that failed, where it failed.
     *
     * @param module that was imported
     * @param said the end of what Python said
     * @param suite of the image that it failed in; empty outside of one
     */
    public record FailedImport(String module, String said, Stack stack, Optional<DebianSuite> suite) {}

    /** Why an import failed; in general words if nothing more is known. */
    public Trouble failedImport(FailedImport failed) {
        for (Row row : rows) {
            Matcher matcher = row.pattern().matcher(failed.said());
            if (row.kind() == Kind.IMPORT && matcher.find()) {
                return explained(row, matcher, failed);
            }
        }
        return new Trouble(
                "The import of " + failed.module() + " failed: " + lastLine(failed.said()),
                "The log has what Python said. Another version of the package may help.");
    }

    private Trouble explained(Row row, Matcher matcher, FailedImport failed) {
        String what = filled(row.what(), failed.module(), matcher);
        return switch (row.fix()) {
            case "library" -> missingLibrary(what, matcher.group(1), failed);
            case "module" -> missingModule(what, matcher.group(1), failed);
            default -> new Trouble(what, filled(row.whatToDo(), failed.module(), matcher));
        };
    }

    private Trouble missingLibrary(String what, String library, FailedImport failed) {
        Optional<String> debian = debianPackage(library, failed);
        if (failed.stack().usesDocker()) {
            return debian.map(name -> new Trouble(
                            what,
                            "The Debian package " + name + " has it: add it to the image, and make it again.",
                            List.of(new Fix.AddSystemPackage(name))))
                    .orElseGet(() -> new Trouble(
                            what,
                            "Find the Debian package that has it on packages.debian.org, and add it among the system"
                                    + " packages."));
        }
        if (failed.stack() == Stack.CONDA) {
            return new Trouble(
                    what,
                    "Take the package from conda-forge, which brings its libraries along; or take Docker, which has a"
                            + " system of its own.");
        }
        if (OperatingSystem.ofThisComputer() != OperatingSystem.LINUX) {
            return new Trouble(what, "A venv cannot bring it. Conda can, and so can Docker.");
        }
        return debian.map(name -> new Trouble(
                        what,
                        "A venv cannot bring it. On Debian and Ubuntu the package " + name
                                + " has it; Conda and Docker would bring it along.",
                        List.of(new Fix.TypeCommand("sudo apt-get install " + name))))
                .orElseGet(() -> new Trouble(
                        what, "A venv cannot bring it: install it on this computer, or take Conda or Docker."));
    }

    /** By the table; else among what the catalogue says that the distribution needs, by Debian's rule for names. */
    private Optional<String> debianPackage(String library, FailedImport failed) {
        DebianSuite suite = failed.suite().orElse(DebianSuite.BOOKWORM);
        DebianNames known = libraries.get(library);
        if (known != null) {
            return Optional.of(known.in(suite));
        }
        List<String> needed = catalogue.distributionsProviding(failed.module()).stream()
                .map(ImportProvider::distribution)
                .flatMap(name -> catalogue.systemLibraries(name).stream())
                .filter(needs -> needs.sharedLibraries().contains(library))
                .findFirst()
                .map((SystemLibraries needs) -> needs.runTime(suite))
                .orElse(List.of());
        String usual = usualName(library);
        return needed.stream()
                .filter(name -> name.equals(usual) || name.equals(usual + "t64"))
                .findFirst()
                .or(() -> needed.size() == 1 ? Optional.of(needed.get(0)) : Optional.empty());
    }

    /** Debian Policy 8.1: the name of the library and the number of its interface, {@code libusb-1.0-0}. */
    static String usualName(String library) {
        int so = library.indexOf(".so");
        String name = library.substring(0, so).toLowerCase(Locale.ROOT).replace('_', '-');
        String number = library.substring(so + ".so".length()).replaceFirst("^\\.", "");
        boolean endsInDigit = !name.isEmpty() && Character.isDigit(name.charAt(name.length() - 1));
        return number.isEmpty() ? name : name + (endsInDigit ? "-" : "") + number;
    }

    private Trouble missingModule(String what, String module, FailedImport failed) {
        Optional<PackageName> known = catalogue.distributionsProviding(module).stream()
                .filter(ImportProvider::known)
                .map(ImportProvider::distribution)
                .findFirst();
        boolean itself = top(module).equals(top(failed.module()));
        String told = itself ? "Nothing in the environment has the module " + module + "." : what;
        return known.map(name -> new Trouble(
                        told,
                        "The package " + name + " has it: add it, and write the files anew.",
                        List.of(new Fix.AddPackage(name.value()))))
                .orElseGet(() -> new Trouble(
                        told,
                        "Find the package that has it, add it, and write the files anew; if the module is your own, run"
                                + " from the folder that it lies in."));
    }

    private static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    private static String lastLine(String said) {
        return said.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, second) -> second)
                .orElse("Python said nothing.");
    }

    /** {@code {1}} is the first group that matched, {@code {2}} the second. */
    private static String filled(String text, String module, Matcher matcher) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String group = matcher.group(i);
            if (group != null) {
                groups.add(group);
            }
        }
        String filled = text.replace("{module}", module);
        for (int i = 0; i < 2; i++) {
            filled = filled.replace("{" + (i + 1) + "}", i < groups.size() ? groups.get(i) : "");
        }
        return filled;
    }

    private static List<String[]> table(String name) {
        return Resources.text(name)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
