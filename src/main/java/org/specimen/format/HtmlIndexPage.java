package org.specimen.format;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A page of an index as HTML: every link that leads to a file (PEP 503, with PEP 592, 629, 658 and 714). */
final class HtmlIndexPage {

    private final Consumer<IndexFile> files;
    private URI base;

    private HtmlIndexPage(URI address, Consumer<IndexFile> files) {
        this.base = address;
        this.files = files;
    }

    static void read(URI address, String text, Consumer<IndexFile> files) {
        HtmlIndexPage page = new HtmlIndexPage(address, files);
        HtmlTags.read(text, page::tag);
    }

    private void tag(String name, Map<String, String> attributes) {
        switch (name) {
            case "a" -> link(attributes);
            case "base" ->
                Optional.ofNullable(attributes.get("href"))
                        .flatMap(href -> Links.resolve(base, href))
                        .ifPresent(found -> base = URI.create(found));
            case "meta" -> {
                if (attributes.getOrDefault("name", "").equals("pypi:repository-version")) {
                    IndexPage.checkVersion(attributes.getOrDefault("content", ""));
                }
            }
            default -> {
                // Everything else is for the eye.
            }
        }
    }

    /** The name of the file is the end of the address, as pip has it: the text of a link may be shortened. */
    private void link(Map<String, String> attributes) {
        String href = attributes.get("href");
        if (href == null) {
            return;
        }
        Links.resolve(base, href).ifPresent(address -> {
            String name = Links.fileName(address);
            if (name.isEmpty()) {
                return;
            }
            Optional<String> metadata = Optional.ofNullable(attributes.get("data-core-metadata"))
                    .or(() -> Optional.ofNullable(attributes.get("data-dist-info-metadata")))
                    .filter(value -> !value.equalsIgnoreCase("false"));
            files.accept(new IndexFile(
                    name,
                    address,
                    Links.fragment(href, "sha256").flatMap(IndexFile::sha256),
                    OptionalLong.empty(),
                    Optional.ofNullable(attributes.get("data-requires-python")).filter(value -> !value.isBlank()),
                    Optional.ofNullable(attributes.get("data-yanked")),
                    Optional.empty(),
                    metadata.isPresent(),
                    metadata.filter(value -> value.startsWith("sha256="))
                            .flatMap(value -> IndexFile.sha256(value.substring("sha256=".length())))));
        });
    }
}
