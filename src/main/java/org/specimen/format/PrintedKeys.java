package org.specimen.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the cells of a notebook printed and showed (nbformat documentation, "Code cell outputs"). */
public final class PrintedKeys {

    /** How terminals are told of colours (ECMA-48, "SGR"). */
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private PrintedKeys() {}

    /**
     * The numbers of the cells whose output holds a key that a service gave to a person. Pictures are not looked at. Of a
     * notebook that breaks off, what comes before counts.
     *
     * @param isReal tells keys from what stands in the place of one
     */
    public static List<Integer> cellsWithKeys(byte[] notebook, Predicate<String> isReal) throws IOException {
        List<Integer> cells = new ArrayList<>();
        if (!KeyShapes.mayStandIn(notebook)) {
            return cells;
        }
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(notebook))) {
            readCells(parser, cells, isReal);
        } catch (JsonProcessingException broken) {
            return cells;
        }
        return cells;
    }

    /** Cells are the objects in a list called so, whatever they lie in: format 3 keeps them in worksheets. */
    private static void readCells(JsonParser parser, List<Integer> cells, Predicate<String> isReal) throws IOException {
        int number = 0;
        while (parser.nextToken() != null) {
            if (parser.currentToken() != JsonToken.START_ARRAY || !"cells".equals(parser.currentName())) {
                continue;
            }
            while (parser.nextToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
                number++;
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    parser.skipChildren();
                } else if (holdsKey(parser, isReal)) {
                    cells.add(number);
                }
            }
        }
    }

    /** Reads a cell to its end. */
    private static boolean holdsKey(JsonParser parser, Predicate<String> isReal) throws IOException {
        boolean holds = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean outputs = parser.currentName().equals("outputs");
            JsonToken value = parser.nextToken();
            if (outputs && value == JsonToken.START_ARRAY) {
                holds |= holdKey(parser, isReal);
            } else {
                parser.skipChildren();
            }
        }
        return holds;
    }

    /** Reads a list of outputs to its end, however they lie inside each other. */
    private static boolean holdKey(JsonParser parser, Predicate<String> isReal) throws IOException {
        boolean holds = false;
        int depth = 1;
        while (depth > 0 && parser.nextToken() != null) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.FIELD_NAME && parser.currentName().startsWith("image/")) {
                parser.nextToken();
                parser.skipChildren();
            } else if (token == JsonToken.VALUE_STRING) {
                holds = holds
                        || KeyShapes.in(COLOUR.matcher(parser.getText()).replaceAll(" "))
                                .filter(isReal)
                                .isPresent();
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            }
        }
        return holds;
    }
}
