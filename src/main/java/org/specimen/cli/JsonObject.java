package org.specimen.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of the JSON output: their fields stand in the order in which they are given, in every run. */
final class JsonObject {

    private JsonObject() {}

    /** @param keysAndValues a key and its value by turns */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(fields);
    }
}
