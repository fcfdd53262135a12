package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.ui.packages.Message.Tone;
import org.specimen.ui.task.Failure;

/** The last word on what the person typed or did. */
final class Told {

    private final ReadOnlyObjectWrapper<Optional<Message>> message = new ReadOnlyObjectWrapper<>(Optional.empty());

    ReadOnlyObjectProperty<Optional<Message>> message() {
        return message.getReadOnlyProperty();
    }

    void say(Message told) {
        message.set(Optional.of(told));
    }

    void say(Tone tone, String text) {
        say(new Message(tone, text, List.of()));
    }

    void failed(Failure failure) {
        say(Tone.WRONG, failure.message());
    }

    void nothing() {
        message.set(Optional.empty());
    }
}
