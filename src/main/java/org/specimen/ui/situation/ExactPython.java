package org.specimen.ui.situation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.specimen.advice.Question;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.PythonReleases;
import org.specimen.ui.text.Texts;

/** The field for a version of Python that is not among the choices. */
final class ExactPython {

    private static final Texts TEXTS = Texts.of(ExactPython.class);

    private final PythonReleases releases;
    private final Consumer<String> answer;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> message = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String settled = "";

    /**
     * A field.
     *
     * @param answer takes a version, or nothing where one was taken away
     */
    ExactPython(PythonReleases releases, Consumer<String> answer) {
        this.releases = releases;
        this.answer = answer;
        text.addListener((property, old, now) -> message.set(Optional.empty()));
    }

    StringProperty text() {
        return text;
    }

    /** Why the text is no version. */
    ReadOnlyObjectProperty<Optional<String>> message() {
        return message.getReadOnlyProperty();
    }

    /** Takes what was typed for an answer, if it is one. What was not typed here is no answer, whatever it is. */
    boolean commit() {
        String typed = typed();
        if (typed.equals(settled)) {
            message.set(Optional.empty());
            return true;
        }
        Optional<String> fault = typed.isEmpty() ? Optional.empty() : fault(typed);
        message.set(fault);
        if (fault.isEmpty()) {
            settled = typed;
            answer.accept(typed);
        }
        return fault.isEmpty();
    }

    /** Shows an answer that was settled elsewhere; empty for one that is among the choices. */
    void show(String version) {
        if (!version.equals(settled) || (message.get().isEmpty() && typed().isEmpty())) {
            settled = version;
            text.set(version);
        }
    }

    private String typed() {
        return text.get().strip().replaceFirst("(?i)^python\\s*", "");
    }

    private Optional<String> fault(String version) {
        try {
            if (Question.PYTHON.choices().contains(version)
                    || Question.PYTHON.check(List.of(version)).isEmpty()) {
                return Optional.of(TEXTS.get("python.no-version", version));
            }
        } catch (IllegalArgumentException none) {
            return Optional.of(TEXTS.get("python.no-version", version));
        }
        List<PythonRelease> all = releases.all();
        return releases.find(version).isPresent() || all.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.get(
                        "python.not-known",
                        version,
                        all.get(0).minor(),
                        all.get(all.size() - 1).minor()));
    }
}
