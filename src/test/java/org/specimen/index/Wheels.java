package org.specimen.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Wheels that pip installs, of a few lines of Python. */
public final class Wheels {

    private Wheels() {}

    public static String fileName(String name, String version) {
        return name.replace('-', '_') + "-" + version + "-py3-none-any.whl";
    }

    /**
     * A wheel.
     *
     * @param modules the text of each file, by its path
     * @param requires lines of Requires-Dist
     */
    public static byte[] wheel(String name, String version, Map<String, String> modules, List<String> requires) {
        String info = name.replace('-', '_') + "-" + version + ".dist-info/";
        StringBuilder metadata =
                new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        requires.forEach(one -> metadata.append("Requires-Dist: ").append(one).append('\n'));
        Map<String, String> files = new LinkedHashMap<>(modules);
        files.put(info + "METADATA", metadata.toString());
        files.put(info + "WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
        StringBuilder record = new StringBuilder();
        files.keySet().forEach(path -> record.append(path).append(",,\n"));
        files.put(info + "RECORD", record + info + "RECORD,,\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(1_600_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Serves a release alone under its name on an index. */
    public static void serve(
            FakePyPi index, String name, String version, Map<String, String> modules, List<String> requires) {
        index.json(name, index.file(fileName(name, version), wheel(name, version, modules, requires)));
    }
}
