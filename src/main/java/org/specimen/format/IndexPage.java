package org.specimen.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.specimen.problem.BadInput;

/** Reads what an index says of one project, in either of its two forms (PyPA specification "Simple repository API"). */
public final class IndexPage {

    /** The forms that are understood, the best first, for asking a server (PEP 691, "Content-Types"). */
    public static final String ACCEPT =
            "application/vnd.pypi.simple.v1+json," + " application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

    /** Pages in HTML are old and short; those that are long come as JSON. */
    private static final int LONGEST_HTML = 100_000_000;

    private IndexPage() {}

    /**
     * Reads a page as a stream.
     *
     * @param contentType as the server says it
     * @param address of the page, for links that are relative to it
     * @param files gets each file, in the order of the page
     * @throws BadInput if it is no page of an index, or of a version that is not understood
     * @throws IOException if the stream breaks off
     */
    public static void read(String contentType, URI address, InputStream in, Consumer<IndexFile> files)
            throws IOException {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.endsWith("json")) {
            try {
                JsonIndexPage.read(address, in, files);
            } catch (JsonProcessingException broken) {
                throw new BadInput("it is " + Json.problem(broken), broken);
            }
        } else if (type.endsWith("html") || type.endsWith("xml") || type.isEmpty()) {
            byte[] bytes = in.readNBytes(LONGEST_HTML);
            if (bytes.length == LONGEST_HTML) {
                throw new BadInput("it is longer than a page of an index ever is");
            }
            HtmlIndexPage.read(address, new String(bytes, StandardCharsets.UTF_8), files);
        } else {
            throw new BadInput("it is no page of an index but " + type);
        }
    }

    /** @throws BadInput if the version of the page is one of which nobody knows what it means (PEP 629) */
    static void checkVersion(String version) {
        String major = version.split("\\.", 2)[0].strip();
        if (!major.isEmpty() && !major.equals("1")) {
            throw new BadInput("it is written by version " + version + " of the rules, and only 1 is understood");
        }
    }
}
