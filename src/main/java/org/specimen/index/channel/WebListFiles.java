package org.specimen.index.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.specimen.net.Answer;
import org.specimen.net.Keeping;
import org.specimen.net.Request;
import org.specimen.net.Web;
import org.specimen.task.Progress;

/**
 * Lists on the web. The web keeps of each only a tag, by which the reader knows whether the list that it has made
 * something of is still the one that the server has.
 */
public final class WebListFiles implements ListFiles {

    /** Ten times the largest list of 2026. */
    private static final long LIMIT = 1L << 30;

    private static final String FORM = "conda package list 1";

    private final Web web;
    private final Function<String, URI> addresses;

    /** @param addresses where to ask for a list, with the token that lets one in, if there is one */
    public WebListFiles(Web web, Function<String, URI> addresses) {
        this.web = web;
        this.addresses = addresses;
    }

    @Override
    public boolean serves(String url) {
        return url.startsWith("http://") || url.startsWith("https://");
    }

    @Override
    public Optional<String> read(String url, String tag, Reading reading, Progress progress) throws IOException {
        Request request = Request.of(addresses.apply(url)).atMost(LIMIT);
        Distiller distiller = new Distiller(reading);
        try {
            Answer answer = web.get(request.kept(new Keeping(FORM, false, distiller)), progress);
            if (!answer.isFound()) {
                return Optional.empty();
            }
            String current = new String(answer.body().bytes(), StandardCharsets.UTF_8);
            if (!distiller.hasRead && !current.equals(tag)) {
                // The server has what was kept, but what was made of it is gone.
                Answer again = web.get(request, progress);
                reading.read(again.body().open(), current);
            }
            return Optional.of(current);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** Lets the list be read, and keeps a new tag for it. */
    private static final class Distiller implements Keeping.Distillation {
        private final Reading reading;
        private boolean hasRead;

        Distiller(Reading reading) {
            this.reading = reading;
        }

        @Override
        public byte[] distil(Answer answer, InputStream body) {
            String tag = UUID.randomUUID().toString();
            try {
                reading.read(body, tag);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            hasRead = true;
            return tag.getBytes(StandardCharsets.UTF_8);
        }
    }
}
