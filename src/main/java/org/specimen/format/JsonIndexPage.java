package org.specimen.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.specimen.problem.BadInput;

/** A page of an index as JSON (PEP 691, with PEP 592, 700 and 714), read as a stream: such pages have many megabytes. */
final class JsonIndexPage {

    private final JsonParser parser;
    private final URI address;

    private JsonIndexPage(JsonParser parser, URI address) {
        this.parser = parser;
        this.address = address;
    }

    static void read(URI address, InputStream in, Consumer<IndexFile> files) throws IOException {
        try (JsonParser parser = Json.parser(in)) {
            new JsonIndexPage(parser, address).read(files);
        }
    }

    private void read(Consumer<IndexFile> files) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadInput("it is no page of an index");
        }
        boolean hasFiles = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("meta") && value == JsonToken.START_OBJECT) {
                readMeta();
            } else if (field.equals("files") && value == JsonToken.START_ARRAY) {
                hasFiles = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    readFile(files);
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!hasFiles) {
            throw new BadInput("it is no page of an index: it lists no files");
        }
    }

    private void readMeta() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("api-version")) {
                IndexPage.checkVersion(parser.getText());
            }
            parser.skipChildren();
        }
    }

    /** What a file says, field by field. */
    private static final class Draft {
        private String name = "";
        private String link = "";
        private Optional<String> sha256 = Optional.empty();
        private OptionalLong size = OptionalLong.empty();
        private Optional<String> requiresPython = Optional.empty();
        private Optional<String> yanked = Optional.empty();
        private Optional<Instant> uploaded = Optional.empty();
        private boolean metadata;
        private boolean hasNewKey;
        private Optional<String> metadataSha256 = Optional.empty();
    }

    private void readFile(Consumer<IndexFile> files) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        Draft draft = new Draft();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            readField(draft, field, value);
            if (parser.currentToken() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY) {
                parser.skipChildren();
            }
        }
        if (!draft.name.isEmpty()) {
            Links.resolve(address, draft.link)
                    .ifPresent(where -> files.accept(new IndexFile(
                            draft.name,
                            where,
                            draft.sha256,
                            draft.size,
                            draft.requiresPython,
                            draft.yanked,
                            draft.uploaded,
                            draft.metadata,
                            draft.metadataSha256)));
        }
    }

    private void readField(Draft draft, String field, JsonToken value) throws IOException {
        switch (field) {
            case "filename" -> draft.name = text(value).orElse("");
            case "url" -> draft.link = text(value).orElse("");
            case "hashes" -> draft.sha256 = sha256(value);
            case "requires-python" -> draft.requiresPython = text(value).filter(written -> !written.isBlank());
            case "size" ->
                draft.size = value == JsonToken.VALUE_NUMBER_INT
                                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                        ? OptionalLong.of(parser.getLongValue())
                        : OptionalLong.empty();
            case "yanked" -> draft.yanked = value == JsonToken.VALUE_TRUE ? Optional.of("") : text(value);
            case "upload-time" -> draft.uploaded = text(value).flatMap(JsonIndexPage::instant);
            case "core-metadata" -> {
                draft.hasNewKey = true;
                readMetadata(draft, value);
            }
            case "dist-info-metadata", "data-dist-info-metadata" -> {
                // PEP 714: where both keys are there, the new one counts.
                if (!draft.hasNewKey) {
                    readMetadata(draft, value);
                }
            }
            default -> {
                // Keys that are not known are passed over (PEP 691, "API versioning").
            }
        }
    }

    private void readMetadata(Draft draft, JsonToken value) throws IOException {
        draft.metadata = value == JsonToken.VALUE_TRUE || value == JsonToken.START_OBJECT;
        draft.metadataSha256 = sha256(value);
    }

    private Optional<String> sha256(JsonToken value) throws IOException {
        Optional<String> digest = Optional.empty();
        if (value == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("sha256");
                JsonToken hash = parser.nextToken();
                if (wanted) {
                    digest = text(hash).flatMap(IndexFile::sha256);
                }
                parser.skipChildren();
            }
        }
        return digest;
    }

    private Optional<String> text(JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
