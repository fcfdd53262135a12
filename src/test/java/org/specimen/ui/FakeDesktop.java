package org.specimen.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.ui.session.Desktop;

/** A desktop on which the person always chooses the same folder. */
final class FakeDesktop implements Desktop {

    private final Optional<Path> choice;
    private final List<String> copied = new ArrayList<>();

    FakeDesktop(Optional<Path> choice) {
        this.choice = choice;
    }

    /** What was put on the clipboard. */
    List<String> copied() {
        return copied;
    }

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> start) {
        return choice;
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void open(Path path) {}

    @Override
    public void browse(String address) {}
}
