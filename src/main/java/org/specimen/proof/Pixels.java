package org.specimen.proof;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Compares pictures by what they show, whatever stands beside it in the file. No window system is started. */
final class Pixels {

    /** Larger pictures are compared by their bytes alone. */
    private static final long MOST = 100_000_000;

    private Pixels() {}

    /** Whether a file of this name is a picture that can be read. */
    static boolean isPicture(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png")
                || lower.endsWith(".jpg")
                || lower.endsWith(".jpeg")
                || lower.endsWith(".gif")
                || lower.endsWith(".bmp");
    }

    /**
     * What is not the same, in a sentence; empty if nothing is not.
     *
     * @param tolerance the share of pixels that may differ
     */
    static Optional<String> difference(byte[] theirs, byte[] ours, double tolerance) {
        Optional<BufferedImage> before = read(theirs);
        Optional<BufferedImage> now = read(ours);
        if (before.isEmpty() || now.isEmpty()) {
            return Optional.of((now.isEmpty() ? "The picture here" : "Your picture")
                    + " cannot be read, and the files are not the same.");
        }
        return difference(before.get(), now.get(), tolerance);
    }

    private static Optional<String> difference(BufferedImage theirs, BufferedImage ours, double tolerance) {
        if (theirs.getWidth() != ours.getWidth() || theirs.getHeight() != ours.getHeight()) {
            return Optional.of("The picture has " + size(ours) + " pixels here and " + size(theirs) + " in yours.");
        }
        long different = 0;
        int width = ours.getWidth();
        int[] before = new int[width];
        int[] now = new int[width];
        for (int y = 0; y < ours.getHeight(); y++) {
            theirs.getRGB(0, y, width, 1, before, 0, width);
            ours.getRGB(0, y, width, 1, now, 0, width);
            for (int x = 0; x < width; x++) {
                if (before[x] != now[x]) {
                    different++;
                }
            }
        }
        double share = (double) different / ((long) width * ours.getHeight());
        return share <= tolerance
                ? Optional.empty()
                : Optional.of(different + " of its pixels differ, "
                        + String.format(Locale.ROOT, share < 0.0001 ? "%.4f %%" : "%.2f %%", share * 100)
                        + " of them.");
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + " × " + image.getHeight();
    }

    private static Optional<BufferedImage> read(byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > MOST ? Optional.empty() : Optional.of(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // Its readers throw whatever comes over damaged files.
            return Optional.empty();
        }
    }
}
