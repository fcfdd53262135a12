package org.specimen.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Looks for what JavaFX cannot start without, even where it draws into memory only. */
public final class JavaFxCondition implements ExecutionCondition {

    private static final List<SystemLibrary> NEEDED =
            List.of(SystemLibrary.PANGO, SystemLibrary.FREETYPE, SystemLibrary.FONTCONFIG);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return ConditionEvaluationResult.enabled("JavaFX brings all it needs here");
        }
        List<SystemLibrary> missing = new LibraryFolders(System.getenv(), Path.of("/")).missing(NEEDED);
        return missing.isEmpty()
                ? ConditionEvaluationResult.enabled("the libraries of the system are there")
                : ConditionEvaluationResult.disabled("JavaFX cannot start: the system has no "
                        + missing.stream().map(SystemLibrary::file).collect(Collectors.joining(", ")));
    }
}
