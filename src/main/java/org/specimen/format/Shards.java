package org.specimen.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A channel's list in shards: an index, and for each name a file of its own (CEP 16).
 *
 * @param shards for each name the SHA-256 of its shard, in hexadecimal
 * @param baseUrl where the package files lie; may be relative
 * @param shardsBaseUrl where the shards lie; may be relative
 */
public record Shards(Map<String, String> shards, Optional<String> baseUrl, Optional<String> shardsBaseUrl) {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * Reads the index, unpacked.
     *
     * @throws DamagedData if it is none
     * @throws IOException if the stream fails
     */
    public static Shards readIndex(InputStream in) throws IOException {
        Map<?, ?> document = map(MessagePack.read(in));
        Map<?, ?> info = map(document.get("info"));
        Map<String, String> shards = new LinkedHashMap<>();
        map(document.get("shards")).forEach((name, digest) -> shards.put(String.valueOf(name), digest(digest)));
        return new Shards(shards, text(info.get("base_url")), text(info.get("shards_base_url")));
    }

    /**
     * Hands each record of a shard, unpacked, to the taker, which says whether it could make use of it.
     *
     * @return how many records could not be used
     * @throws DamagedData if it is none
     * @throws IOException if the stream fails
     */
    public static long readShard(InputStream in, Predicate<RepodataEntry> taker) throws IOException {
        Map<?, ?> document = map(MessagePack.read(in));
        long skipped = 0;
        for (String part : List.of("packages", "packages.conda")) {
            for (Map.Entry<?, ?> one : map(document.get(part)).entrySet()) {
                RepodataFields fields = fields(String.valueOf(one.getKey()), map(one.getValue()));
                if (!fields.isWhole() || !taker.test(fields.entry())) {
                    skipped++;
                }
            }
        }
        return skipped;
    }

    private static RepodataFields fields(String fileName, Map<?, ?> record) {
        RepodataFields fields = new RepodataFields(fileName);
        record.forEach((key, value) -> {
            String field = String.valueOf(key);
            if (value instanceof String text) {
                if (!text.isEmpty()) {
                    fields.text(field, text);
                }
            } else if (value instanceof Long number) {
                fields.number(field, number);
            } else if (value instanceof Boolean truth) {
                fields.truth(field, truth);
            } else if (value instanceof byte[] bytes) {
                fields.text(field, HEX.formatHex(bytes));
            } else if (value instanceof List<?> items) {
                List<String> texts = new ArrayList<>();
                items.forEach(item -> texts.add(String.valueOf(item)));
                fields.list(field, texts);
            } else if (RepodataFields.isList(field)) {
                fields.malformed();
            }
        });
        return fields;
    }

    private static Map<?, ?> map(@Nullable Object value) throws DamagedData {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new DamagedData("it is not a list of packages");
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    private static String digest(Object value) {
        return value instanceof byte[] bytes ? HEX.formatHex(bytes) : String.valueOf(value);
    }
}
