package org.specimen.app.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.specimen.format.Yaml;
import org.specimen.format.YamlFields;
import org.specimen.format.YamlNode.Mapping;
import org.specimen.format.YamlWriter;
import org.specimen.problem.OutsideFailure;

/** The projects that were opened last. One whose folder is gone stays until it is removed. */
public final class RecentProjects {

    private static final int MOST = 12;

    private static final String NAME = "recent.yml";
    private static final String PROJECTS = "projects";
    private static final String FOLDER = "folder";
    private static final String OPENED = "opened";

    /** A project that was opened. */
    public record Recent(Path folder, Instant opened) {}

    private final StoredFile file;
    private final Clock clock;

    public RecentProjects(UserFolders folders, Clock clock) {
        this.file = new StoredFile(folders.state().resolve(NAME), "recent");
        this.clock = clock;
    }

    /** Newest first, at most 12; with a word if the list was broken. */
    public synchronized Loaded<List<Recent>> load() {
        return file.load(List.of(), RecentProjects::read);
    }

    /** Newest first, at most 12. */
    public List<Recent> all() {
        return load().value();
    }

    /**
     * Puts a project at the top.
     *
     * @throws OutsideFailure if the disk does not take it
     */
    public synchronized void add(Path folder) {
        List<Recent> changed = new ArrayList<>();
        changed.add(new Recent(PathText.absolute(folder), clock.instant()));
        changed.addAll(without(folder));
        save(changed);
    }

    /**
     * Takes a project off the list; its folder stays as it is.
     *
     * @throws OutsideFailure if the disk does not take it
     */
    public synchronized void remove(Path folder) {
        save(without(folder));
    }

    private List<Recent> without(Path folder) {
        Path absolute = PathText.absolute(folder);
        return file.loadToChange(List.<Recent>of(), RecentProjects::read).stream()
                .filter(recent -> !recent.folder().equals(absolute))
                .toList();
    }

    private void save(List<Recent> projects) {
        List<Map<String, Object>> entries =
                projects.stream().limit(MOST).map(RecentProjects::entry).toList();
        file.write(YamlWriter.write(Map.of(PROJECTS, entries)));
    }

    private static Map<String, Object> entry(Recent recent) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(FOLDER, PathText.of(recent.folder()));
        entry.put(OPENED, recent.opened().toString());
        return entry;
    }

    /** The order is the file's: clocks are set back now and then. */
    private static Loaded<List<Recent>> read(String text) {
        YamlFields fields = new YamlFields(NAME);
        List<Recent> projects = fields.entries(Yaml.readMapping(NAME, text), PROJECTS, entry -> recent(fields, entry));
        return Loaded.well(projects.stream().limit(MOST).toList());
    }

    private static Recent recent(YamlFields fields, Mapping entry) {
        return new Recent(
                fields.required(entry, FOLDER, PathText::read),
                fields.required(entry, OPENED, RecentProjects::instant));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new IllegalArgumentException("\"" + text + "\" is no time", malformed);
        }
    }
}
