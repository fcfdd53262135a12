package org.specimen.project;

import java.util.List;
import org.specimen.python.PackageName;

/**
 * A Python distribution that the project uses or asks for.
 *
 * @param imports the modules of it that the code imports, dotted, sorted; empty where it is only asked for, or used
 *     without an import as an engine is
 * @param evidence where it is imported, used or declared, sorted
 * @param declarations how the project's own files ask for it, in the order of reading
 * @param alternatives other distributions that provide the same imports, best first
 * @param onlyAskedFor whether a file asks for it, and nothing was found that uses it or is known to use it without an
 *     import; never where nothing of the project uses any package
 */
public record FoundPackage(
        PackageName name,
        List<String> imports,
        Role role,
        List<Evidence> evidence,
        Confidence confidence,
        List<Declaration> declarations,
        List<PackageName> alternatives,
        boolean onlyAskedFor) {

    public FoundPackage {
        imports = List.copyOf(imports);
        evidence = List.copyOf(evidence);
        declarations = List.copyOf(declarations);
        alternatives = List.copyOf(alternatives);
    }

    /** One that is needed, and that nothing else could take the place of. */
    public FoundPackage(
            PackageName name,
            List<String> imports,
            Role role,
            List<Evidence> evidence,
            Confidence confidence,
            List<Declaration> declarations) {
        this(name, imports, role, evidence, confidence, declarations, List.of(), false);
    }
}
