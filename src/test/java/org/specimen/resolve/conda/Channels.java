package org.specimen.resolve.conda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;
import org.specimen.format.JsonWriter;
import org.specimen.index.channel.ChannelStore;
import org.specimen.index.channel.LocalListFiles;
import org.specimen.index.channel.PlatformRecords;
import org.specimen.task.Progress;

/** Channels in folders, as tests lay them out. */
final class Channels {

    private final ChannelStore store;
    private final Map<String, ChannelParts> open = new HashMap<>();

    Channels(Path cache) {
        this.store = new ChannelStore(cache, List.of(new LocalListFiles()));
    }

    ChannelParts open(Path folder, Platform platform) {
        return open.computeIfAbsent(folder + " " + platform, key -> {
            Channel channel = Channel.parse(folder.toAbsolutePath().normalize().toString());
            List<PlatformRecords> parts = new ArrayList<>(store.open(channel, platform, Progress.NONE));
            parts.addAll(store.open(channel, Platform.NOARCH, Progress.NONE));
            return new ChannelParts(channel, parts);
        });
    }

    /** A package: its file's stem, then what it needs, with {@code !} before what it constrains, and {@code @} for features. */
    static void write(Path folder, String... packages) throws IOException {
        Map<String, Object> records = new LinkedHashMap<>();
        for (String text : packages) {
            String[] parts = text.split(";", -1);
            String[] stem = parts[0].strip().split("-", -1);
            List<String> depends = new ArrayList<>();
            List<String> constrains = new ArrayList<>();
            Map<String, Object> record = new LinkedHashMap<>();
            for (int i = 1; i < parts.length; i++) {
                String part = parts[i].strip();
                if (part.startsWith("@")) {
                    record.put("track_features", part.substring(1));
                } else if (part.startsWith("!")) {
                    constrains.add(part.substring(1));
                } else {
                    depends.add(part);
                }
            }
            record.put("name", stem[0]);
            record.put("version", stem[1]);
            record.put("build", stem[2]);
            record.put("build_number", Integer.parseInt(stem[2].substring(stem[2].lastIndexOf('_') + 1)));
            record.put("depends", depends);
            record.put("constrains", constrains);
            records.put(parts[0].strip() + ".conda", record);
        }
        Files.createDirectories(folder.resolve("linux-64"));
        Files.writeString(
                folder.resolve("linux-64/repodata.json"), JsonWriter.write(Map.of("packages.conda", records)));
    }
}
