package org.specimen.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.specimen.format.LockedPackages.Locked;

/** Pipfile.lock: categories of packages, each with {@code "version": "==1.2.3"}. */
final class PipfileLock {

    private PipfileLock() {}

    /** @throws org.specimen.problem.BadInput with line and column if it is not JSON */
    static List<Locked> read(String file, String text) {
        List<Locked> packages = new ArrayList<>();
        Json.readTolerant(file, text, parser -> readCategories(parser, packages));
        return packages;
    }

    private static void readCategories(JsonParser parser, List<Locked> packages) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean about = parser.currentName().equals("_meta");
            if (parser.nextToken() != JsonToken.START_OBJECT || about) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                readPackage(parser, packages);
            }
        }
    }

    private static void readPackage(JsonParser parser, List<Locked> packages) throws IOException {
        String name = parser.currentName();
        int line = parser.currentTokenLocation().getLineNr();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean version = parser.currentName().equals("version");
            if (parser.nextToken() == JsonToken.VALUE_STRING
                    && version
                    && parser.getText().startsWith("==")) {
                packages.add(new Locked(name, parser.getText().substring(2).strip(), false, line));
            } else {
                parser.skipChildren();
            }
        }
    }
}
