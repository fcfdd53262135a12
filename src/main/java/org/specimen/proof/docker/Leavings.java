package org.specimen.proof.docker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What builds left in an engine that no image with a name needs: layers of builds that failed, were cancelled or were
 * followed by others. Only what carries Specimen's label counts, and of that only what a build made.
 *
 * @param images in an order in which they can be removed: nothing that is left needs those before
 * @param bytes that they alone take up, as far as the engine tells
 */
record Leavings(List<String> images, long bytes) {

    /**
     * An image, or the state of one between two steps of its build.
     *
     * @param parent the one before it, where it is known
     * @param hasName whether a tag or a digest stands for it
     * @param project of its label; empty if it is not Specimen's
     * @param isOfABuild whether nothing was made of it but by a build of Specimen's
     * @param layers from the bottom up
     * @param bytes of all its layers
     */
    record Image(
            String id,
            String parent,
            boolean hasName,
            Optional<String> project,
            boolean isOfABuild,
            List<String> layers,
            long bytes) {

        Image {
            layers = List.copyOf(layers);
        }
    }

    Leavings {
        images = List.copyOf(images);
    }

    /**
     * Those among all images of an engine.
     *
     * @param busy projects of which something runs now: a build may be about to go on from what is there
     */
    static Leavings among(List<Image> all, Set<String> busy) {
        Map<String, List<Image>> children = new HashMap<>();
        all.forEach(image -> children.computeIfAbsent(image.parent(), parent -> new ArrayList<>())
                .add(image));
        List<Image> left = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean more = true;
        while (more) {
            List<Image> next = all.stream()
                    .filter(image -> !ids.contains(image.id()) && isOurs(image, busy))
                    .filter(image -> children.getOrDefault(image.id(), List.of()).stream()
                            .allMatch(child -> ids.contains(child.id())))
                    .toList();
            left.addAll(next);
            next.forEach(image -> ids.add(image.id()));
            more = !next.isEmpty();
        }
        return new Leavings(left.stream().map(Image::id).toList(), bytes(all, ids));
    }

    private static boolean isOurs(Image image, Set<String> busy) {
        return !image.hasName()
                && image.isOfABuild()
                && image.project().filter(project -> !busy.contains(project)).isPresent();
    }

    /** What goes with some of the images: of each the layers that neither one that stays nor one counted before has. */
    static long bytes(List<Image> all, Set<String> removed) {
        Map<List<String>, Long> sizes = new HashMap<>();
        all.forEach(image -> sizes.merge(image.layers(), image.bytes(), Math::min));
        Set<List<String>> kept = new HashSet<>();
        all.stream().filter(image -> !removed.contains(image.id())).forEach(image -> addAll(image.layers(), kept));
        long bytes = 0;
        List<Image> going = all.stream()
                .filter(image -> removed.contains(image.id()))
                .sorted(Comparator.comparingInt(image -> image.layers().size()))
                .toList();
        for (Image image : going) {
            bytes += image.bytes() - shared(image.layers(), kept, sizes);
            addAll(image.layers(), kept);
        }
        return Math.max(0, bytes);
    }

    /** A layer is what it is by those below it. */
    private static void addAll(List<String> layers, Set<List<String>> to) {
        for (int height = layers.size(); height > 0 && to.add(layers.subList(0, height)); height--) {
            // Those below one that is there are there as well.
        }
    }

    /** How many of its bytes others have too: as far up as an image of that height tells. */
    private static long shared(List<String> layers, Set<List<String>> kept, Map<List<String>, Long> sizes) {
        for (int height = layers.size(); height > 0; height--) {
            List<String> below = layers.subList(0, height);
            if (kept.contains(below) && sizes.containsKey(below)) {
                return sizes.get(below);
            }
        }
        return 0;
    }
}
