package org.specimen.files.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.specimen.format.Markdown;

/** A page of Markdown as it is put together; what comes in is Markdown already. */
final class Page {

    private final List<String> blocks = new ArrayList<>();

    Page title(String title) {
        blocks.add("# " + title + "\n");
        return this;
    }

    Page section(String title) {
        blocks.add("## " + title + "\n");
        return this;
    }

    Page subsection(String title) {
        blocks.add("### " + title + "\n");
        return this;
    }

    /** Sentences of one paragraph; empty ones are left out, and so is a paragraph of none. */
    Page paragraph(String... sentences) {
        String text = String.join(
                " ",
                List.of(sentences).stream()
                        .filter(sentence -> !sentence.isEmpty())
                        .toList());
        if (!text.isEmpty()) {
            blocks.add(text + "\n");
        }
        return this;
    }

    Page list(Collection<String> items) {
        StringBuilder list = new StringBuilder();
        items.forEach(item -> list.append("- ").append(item).append('\n'));
        blocks.add(list.toString());
        return this;
    }

    Page table(String head, Collection<String> rows) {
        blocks.add(head + "\n" + String.join("\n", rows) + "\n");
        return this;
    }

    Page commands(Terminal terminal, List<String> lines) {
        blocks.add(Markdown.block(terminal.language(), lines));
        return this;
    }

    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    String text() {
        return String.join("\n", blocks);
    }
}
