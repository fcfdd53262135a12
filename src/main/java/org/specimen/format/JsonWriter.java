package org.specimen.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Writes JSON: a {@link Map} in its order, a {@link Collection}, {@link Boolean}, {@link Integer}, {@link Long}, {@link
 * Double}, an {@link Optional} that is null where it is empty, and anything else as text.
 */
public final class JsonWriter {

    private JsonWriter() {}

    /** The document, indented, with a line feed at its end. */
    public static String write(Map<String, ?> document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentObjectsWith(indenter);
        pretty.indentArraysWith(indenter);
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.setPrettyPrinter(pretty);
            write(generator, document);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot be written to", impossible);
        }
        return text + "\n";
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            generator.writeStartArray();
            for (Object item : items) {
                write(generator, item);
            }
            generator.writeEndArray();
        } else if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                write(generator, optional.get());
            } else {
                generator.writeNull();
            }
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else {
            generator.writeString(value.toString());
        }
    }
}
