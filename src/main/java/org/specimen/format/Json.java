package org.specimen.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.problem.BadInput;

/** Reads JSON as a stream, with bounds on its depth and on the length of what is looked at. */
public final class Json {

    /** Python's json module writes NaN, and control characters get into notebooks by hand: both are harmless. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    /** As editors and development containers take it: with comments, and commas behind the last item. */
    private static final JsonFactory TOLERANT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    /** One name twice in an object is two answers, of which readers choose as they like. */
    private static final JsonFactory UNAMBIGUOUS = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Work with a parser that stands at the first token. */
    interface Reading {
        void read(JsonParser parser) throws IOException;
    }

    /**
     * Reads a text that may hold comments.
     *
     * @param file the file as the person knows it, for messages
     * @throws BadInput with line and column if it is not JSON
     */
    static void readTolerant(String file, String text, Reading reading) {
        try (JsonParser parser = TOLERANT.createParser(text)) {
            parser.nextToken();
            reading.read(parser);
        } catch (JsonProcessingException broken) {
            throw at(file, Optional.ofNullable(broken.getLocation()).orElse(JsonLocation.NA), problem(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Like {@link #read(String, InputStream)}, of a text that may hold comments. */
    static Object readTolerant(String file, String text) {
        List<Object> top = new ArrayList<>();
        readTolerant(file, text, parser -> top.add(value(parser)));
        return top.get(0);
    }

    /** A parser on a stream in UTF-8, 16 or 32; values that are skipped take no memory. */
    static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /**
     * Reads a whole document: maps and lists in the order of the text, and every other value as text, numbers as they
     * are written; {@code null} is the empty string.
     *
     * @param file the file as the person knows it, for messages
     * @throws BadInput with line and column if it is not JSON
     * @throws IOException if the stream breaks off
     */
    public static Object read(String file, InputStream in) throws IOException {
        return read(file, parser(in));
    }

    /** Like {@link #read(String, InputStream)}, where it may be meant to be misread: of a name twice in an object too. */
    public static Object readUnambiguous(String file, InputStream in) throws IOException {
        return read(file, UNAMBIGUOUS.createParser(in));
    }

    private static Object read(String file, JsonParser opened) throws IOException {
        try (JsonParser parser = opened) {
            parser.nextToken();
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw at(file, parser.currentTokenLocation(), "there is more behind the end of the document.");
            }
            return value;
        } catch (JsonProcessingException broken) {
            throw at(file, Optional.ofNullable(broken.getLocation()).orElse(JsonLocation.NA), problem(broken));
        }
    }

    /** What is wrong, without the places and settings that Jackson adds. */
    static String problem(JsonProcessingException broken) {
        if (broken instanceof JsonEOFException) {
            return "not valid JSON: it breaks off before its end";
        }
        if (broken instanceof StreamConstraintsException) {
            return "not readable as JSON: it is nested too deeply, or a name or a number in it is too long";
        }
        String message = broken.getOriginalMessage();
        int ownWords = message.indexOf("[Source:");
        int begin = ownWords < 0 ? -1 : message.lastIndexOf('(', ownWords);
        return "not valid JSON: " + (begin < 0 ? message : message.substring(0, begin)).strip();
    }

    private static BadInput at(String file, JsonLocation place, String what) {
        return BadInput.at(file, Math.max(place.getLineNr(), 1), Math.max(place.getColumnNr(), 1), what);
    }

    /** Recursion is bounded by Jackson's own limit on depth. */
    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                map.put(key, value(parser));
            }
            return map;
        }
        return token == null || token == JsonToken.VALUE_NULL ? "" : parser.getText();
    }
}
