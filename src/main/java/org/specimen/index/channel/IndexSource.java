package org.specimen.index.channel;

import java.util.Optional;

/**
 * Where the records of a {@link RecordIndex} are from.
 *
 * @param url of the package list, without credentials
 * @param tag by which the server knows the list again
 * @param baseUrl where the package files lie, if the list says so (CEP 15)
 * @param skipped records that could not be read
 */
record IndexSource(String url, String tag, Optional<String> baseUrl, long taken, long skipped) {

    void write(ByteSink sink) {
        sink.text(url);
        sink.text(tag);
        sink.text(baseUrl.orElse(""));
        sink.number(taken);
        sink.number(skipped);
    }

    static IndexSource read(ByteSource source) {
        return new IndexSource(
                source.text(),
                source.text(),
                Optional.of(source.text()).filter(url -> !url.isEmpty()),
                source.number(),
                source.number());
    }
}
