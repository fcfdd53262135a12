package org.specimen.project;

import java.util.List;
import org.specimen.python.PackageName;

/**
 * A Python distribution that the project uses or asks for.
 *
 * @param imports the modules of it that the code imports, dotted, sorted
 * @param evidence where it is imported or declared, sorted
 * @param declarations how the project's own files ask for it, in the order of reading
 */
public record FoundPackage(
        PackageName name,
        List<String> imports,
        Role role,
        List<Evidence> evidence,
        Confidence confidence,
        List<Declaration> declarations) {

    public FoundPackage {
        imports = List.copyOf(imports);
        evidence = List.copyOf(evidence);
        declarations = List.copyOf(declarations);
    }
}
