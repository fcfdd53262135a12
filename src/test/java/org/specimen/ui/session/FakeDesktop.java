package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A desktop that remembers what it was asked for, and on which a person chooses what a test says, or nothing. */
public final class FakeDesktop implements Desktop {

    private final Deque<Path> choices = new ArrayDeque<>();
    private final List<String> copied = new ArrayList<>();
    private final List<String> browsed = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();

    /** The next time that the person is asked, they choose this folder or file. */
    public void willChoose(Path folder) {
        choices.add(folder);
    }

    /** What was put on the clipboard. */
    public List<String> copied() {
        return copied;
    }

    /** The pages that were opened in the browser. */
    public List<String> browsed() {
        return browsed;
    }

    @Override
    public Optional<Path> chooseFolder(String title, Optional<Path> start) {
        return Optional.ofNullable(choices.poll());
    }

    @Override
    public Optional<Path> chooseFileToOpen(String title, Optional<Path> start) {
        return Optional.ofNullable(choices.poll());
    }

    @Override
    public Optional<Path> chooseFileToSave(String title, Optional<Path> start, String name) {
        return Optional.ofNullable(choices.poll());
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    /** The files and folders that were opened. */
    public List<Path> opened() {
        return opened;
    }

    @Override
    public void open(Path path) {
        opened.add(path);
    }

    @Override
    public void browse(String address) {
        browsed.add(address);
    }
}
