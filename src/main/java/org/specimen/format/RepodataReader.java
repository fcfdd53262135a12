package org.specimen.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads {@code repodata.json}, a channel's list of the packages for one platform, as a stream (conda documentation,
 * "Repository structure and index"). Fields that are not known are passed over.
 */
public final class RepodataReader {

    /** The names of half a million files are field names in it: to remember each would only cost. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final JsonParser json;
    private final Predicate<RepodataEntry> taker;
    private Optional<String> baseUrl = Optional.empty();
    private long taken;
    private long skipped;

    private RepodataReader(JsonParser json, Predicate<RepodataEntry> taker) {
        this.json = json;
        this.taker = taker;
    }

    /**
     * What was read.
     *
     * @param taken records that were taken
     * @param skipped records that could not be
     * @param baseUrl where the package files lie, if elsewhere than beside the list (CEP 15); may be relative
     */
    public record Summary(long taken, long skipped, Optional<String> baseUrl) {}

    /**
     * Hands each record to the taker, which says whether it could make use of it.
     *
     * @throws DamagedData if it is no such list, or breaks off
     * @throws IOException if the stream fails
     */
    public static Summary read(InputStream in, Predicate<RepodataEntry> taker) throws IOException {
        try (JsonParser json = FACTORY.createParser(in)) {
            RepodataReader reader = new RepodataReader(json, taker);
            reader.document();
            return new Summary(reader.taken, reader.skipped, reader.baseUrl);
        } catch (JsonProcessingException broken) {
            throw new DamagedData("it is " + Json.problem(broken), broken);
        }
    }

    private void document() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new DamagedData("it is not a list of packages");
        }
        boolean hasPackages = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && (field.equals("packages") || field.equals("packages.conda"))) {
                hasPackages = true;
                packages();
            } else if (value == JsonToken.START_OBJECT && field.equals("info")) {
                info();
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new DamagedData("there is more behind its end");
        }
        if (!hasPackages) {
            throw new DamagedData("it is not a list of packages");
        }
    }

    private void info() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING && field.equals("base_url")) {
                baseUrl = Optional.of(json.getText()).filter(url -> !url.isBlank());
            } else {
                json.skipChildren();
            }
        }
    }

    private void packages() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            RepodataFields fields = new RepodataFields(json.currentName());
            if (json.nextToken() == JsonToken.START_OBJECT) {
                fields(fields);
            } else {
                json.skipChildren();
            }
            if (fields.isWhole() && taker.test(fields.entry())) {
                taken++;
            } else {
                skipped++;
            }
        }
    }

    private void fields(RepodataFields fields) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            switch (json.nextToken()) {
                case VALUE_STRING -> fields.text(field, json.getText());
                case VALUE_NUMBER_INT -> {
                    if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                        fields.malformed();
                    } else {
                        fields.number(field, json.getLongValue());
                    }
                }
                case VALUE_TRUE, VALUE_FALSE -> fields.truth(field, json.getBooleanValue());
                case START_ARRAY -> {
                    if (RepodataFields.isList(field)) {
                        fields.list(field, texts(fields));
                    } else {
                        json.skipChildren();
                    }
                }
                case START_OBJECT -> {
                    if (RepodataFields.isList(field)) {
                        fields.malformed();
                    }
                    json.skipChildren();
                }
                default -> {}
            }
        }
    }

    private List<String> texts(RepodataFields fields) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            } else {
                fields.malformed();
                json.skipChildren();
            }
        }
        return texts;
    }
}
