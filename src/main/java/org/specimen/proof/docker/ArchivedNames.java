package org.specimen.proof.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specimen.format.ImageReference;
import org.specimen.problem.BadInput;

/**
 * The names that an archive gives to images. Engines read one of its lists or the other, by their age and make, so that
 * the names of all count; and they read the keys of a list in small letters or capitals.
 *
 * @param file the archive as the person knows it
 * @param entries the names of all that is in it
 * @param documents those of {@link #DOCUMENTS} that are in it
 * @param digests of the entries that are small, by their content
 */
record ArchivedNames(String file, Set<String> entries, Map<String, Object> documents, Map<String, String> digests) {

    private static final String MANIFEST = "manifest.json";
    private static final String INDEX = "index.json";

    /** What has names in it. */
    static final Set<String> DOCUMENTS = Set.of(MANIFEST, INDEX);

    /** The list of archives before there were others (Docker Image Specification v1.0): read where there is no manifest. */
    private static final String OLDEST = "repositories";

    private static final Set<String> KEYS =
            Set.of("Config", "RepoTags", "Layers", "manifests", "annotations", "schemaVersion", "mediaType", "digest");

    /** The annotations that engines take for a name, of containerd and of the OCI image specification. */
    private static final List<String> NAMES = List.of("io.containerd.image.name", "org.opencontainers.image.ref.name");

    /**
     * The identity of each image by its name; empty where it is not known.
     *
     * @throws BadInput if there is no list, or what is in it can be read in two ways
     */
    Map<String, Optional<String>> read() {
        Object manifest = documents.get(MANIFEST);
        Object index = documents.get(INDEX);
        if (manifest == null && index == null) {
            throw refused("load.no-images");
        }
        if (manifest == null && entries.contains(OLDEST)) {
            throw refused("load.ambiguous");
        }
        Map<String, Optional<String>> images = new LinkedHashMap<>();
        if (manifest != null) {
            list(manifest).forEach(image -> addSaved(map(image), images));
        }
        if (index != null) {
            list(map(index).get("manifests")).forEach(image -> addIndexed(map(image), images));
        }
        return images;
    }

    private void addSaved(Map<?, ?> image, Map<String, Optional<String>> images) {
        String config = String.valueOf(image.get("Config"));
        List<Object> parts = new ArrayList<>(list(image.get("Layers")));
        parts.add(config);
        if (!entries.containsAll(parts)) {
            throw refused("load.broken");
        }
        Optional<String> identity = Optional.ofNullable(digests.get(config));
        if (image.get("RepoTags") instanceof List<?> tags) {
            for (Object tag : tags) {
                String name = written(String.valueOf(tag));
                if (images.containsKey(name) && !images.get(name).equals(identity)) {
                    throw refused("load.ambiguous");
                }
                images.put(name, identity);
            }
        }
    }

    /** By which of the two lists an engine goes is not known, and so the identity of what stands in both is not either. */
    private void addIndexed(Map<?, ?> image, Map<String, Optional<String>> images) {
        if (image.get("annotations") instanceof Map<?, ?> annotations) {
            for (String key : NAMES) {
                // What is no name, as a version, is for no engine to give.
                if (annotations.get(key) instanceof String name
                        && ImageReference.parse(name).isPresent()) {
                    images.put(written(name), Optional.empty());
                }
            }
        }
    }

    /** As engines write it; what is no name stays as it is. */
    static String written(String name) {
        return ImageReference.parse(name)
                .map(ImageReference::tagged)
                .map(String::valueOf)
                .orElse(name);
    }

    private List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw refused("load.no-images");
    }

    private Map<?, ?> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refused("load.no-images");
        }
        for (Object key : map.keySet()) {
            if (KEYS.stream().anyMatch(known -> known.equalsIgnoreCase(String.valueOf(key)) && !known.equals(key))) {
                throw refused("load.ambiguous");
            }
        }
        return map;
    }

    private BadInput refused(String key) {
        return new BadInput(Texts.trouble(key, file).text());
    }
}
