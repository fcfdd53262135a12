import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the icon in every size and container that the systems want: PNG for Linux, ICO for Windows, ICNS for macOS.
 *
 * <p>{@code java installer/Icons.java installer/specimen.svg FOLDER}. Of SVG it knows a square view box, {@code rect} and
 * {@code path} (absolute M, L, C, Z) with a plain fill; anything else is an error.
 */
public final class Icons {

    private static final int[] LINUX = {16, 22, 24, 32, 48, 64, 128, 256, 512};
    private static final int[] WINDOWS = {16, 20, 24, 32, 40, 48, 64, 128, 256};

    /** The types of Apple's icon container that hold a PNG, with the pixels of each. */
    private static final Map<String, Integer> MACOS = new LinkedHashMap<>();

    static {
        MACOS.put("icp4", 16);
        MACOS.put("icp5", 32);
        MACOS.put("ic07", 128);
        MACOS.put("ic08", 256);
        MACOS.put("ic09", 512);
        MACOS.put("ic10", 1024);
        MACOS.put("ic11", 32);
        MACOS.put("ic12", 64);
        MACOS.put("ic13", 256);
        MACOS.put("ic14", 512);
    }

    private record Filled(Shape shape, Color color) {}

    private final double side;
    private final List<Filled> parts;

    private Icons(double side, List<Filled> parts) {
        this.side = side;
        this.parts = parts;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Icons icon = read(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (int pixels : LINUX) {
            Files.write(folder.resolve(pixels + ".png"), icon.png(pixels));
        }
        Files.write(folder.resolve("specimen.ico"), icon.ico());
        Files.write(folder.resolve("specimen.icns"), icon.icns());
    }

    private static Icons read(Path svg) throws Exception {
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = parsers.newDocumentBuilder().parse(svg.toFile()).getDocumentElement();
        String[] box = root.getAttribute("viewBox").split(" ");
        if (box.length != 4 || !box[2].equals(box[3])) {
            throw new IllegalArgumentException(svg + " has no square viewBox");
        }
        List<Filled> parts = new ArrayList<>();
        NodeList children = root.getElementsByTagName("*");
        for (int index = 0; index < children.getLength(); index++) {
            Element element = (Element) children.item(index);
            parts.add(new Filled(shape(element), Color.decode(element.getAttribute("fill"))));
        }
        return new Icons(Double.parseDouble(box[2]), parts);
    }

    private static Shape shape(Element element) {
        return switch (element.getTagName()) {
            case "rect" -> rectangle(element);
            case "path" -> path(element.getAttribute("d"));
            default -> throw new IllegalArgumentException("<" + element.getTagName() + "> is not drawn here");
        };
    }

    private static Shape rectangle(Element element) {
        double arc = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                arc,
                arc);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Shape path(String commands) {
        Path2D path = new Path2D.Double();
        for (MatchResult command : new Scanner(commands)
                .findAll(Pattern.compile("([A-Za-z])([^A-Za-z]*)"))
                .toList()) {
            double[] numbers = new Scanner(command.group(2)).tokens().mapToDouble(Double::parseDouble).toArray();
            switch (command.group(1)) {
                case "M" -> path.moveTo(numbers[0], numbers[1]);
                case "L" -> path.lineTo(numbers[0], numbers[1]);
                case "C" -> path.curveTo(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
                case "Z" -> path.closePath();
                default -> throw new IllegalArgumentException("the path command " + command.group() + " is not drawn here");
            }
        }
        return path;
    }

    private byte[] png(int pixels) throws IOException {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.transform(AffineTransform.getScaleInstance(pixels / side, pixels / side));
        for (Filled part : parts) {
            graphics.setColor(part.color());
            graphics.fill(part.shape());
        }
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    /** A header, an entry of 16 bytes a picture, and the pictures as PNG, which Windows reads since Vista. */
    private byte[] ico() throws IOException {
        int offset = 6 + 16 * WINDOWS.length;
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        for (int pixels : WINDOWS) {
            byte[] png = png(pixels);
            // One byte a side, 0 for 256; no palette; one plane of 32 bits.
            head.put((byte) pixels).put((byte) pixels).put((byte) 0).put((byte) 0);
            head.putShort((short) 1).putShort((short) 32).putInt(png.length).putInt(offset + pictures.size());
            pictures.write(png);
        }
        ByteArrayOutputStream ico = new ByteArrayOutputStream();
        ico.write(head.array());
        pictures.writeTo(ico);
        return ico.toByteArray();
    }

    /** "icns", the length of all, and for each picture its type, its length with these eight bytes, and its PNG. */
    private byte[] icns() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(pictures);
        for (Map.Entry<String, Integer> entry : MACOS.entrySet()) {
            byte[] png = png(entry.getValue());
            out.writeBytes(entry.getKey());
            out.writeInt(png.length + 8);
            out.write(png);
        }
        ByteArrayOutputStream icns = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(icns);
        all.writeBytes("icns");
        all.writeInt(pictures.size() + 8);
        pictures.writeTo(all);
        return icns.toByteArray();
    }
}
