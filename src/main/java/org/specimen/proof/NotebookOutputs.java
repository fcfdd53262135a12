package org.specimen.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.specimen.format.Json;
import org.specimen.problem.BadInput;
import org.specimen.proof.Proof.ResultComparison;
import org.specimen.proof.ProofRequest.Tolerance;

/**
 * The outputs of a notebook's code cells, as they can be compared: texts and pictures. What goes to standard error is
 * left out, since warnings name paths and times.
 *
 * @param ranPlainly whether it was run without Jupyter, so that it can hold no pictures
 */
record NotebookOutputs(List<Cell> cells, boolean ranPlainly) {

    NotebookOutputs {
        cells = List.copyOf(cells);
    }

    /**
     * What a cell left.
     *
     * @param text what it printed and its values, one below the other
     * @param pictures PNG files
     * @param error the name of the error that it ended with
     */
    record Cell(String text, List<byte[]> pictures, Optional<String> error) {
        Cell {
            pictures = List.copyOf(pictures);
        }

        boolean isEmpty() {
            return text.isBlank() && pictures.isEmpty() && error.isEmpty();
        }
    }

    /** @throws BadInput if it is no notebook of format 4 */
    static NotebookOutputs read(String file, byte[] content) {
        try {
            Object top = Json.read(file, new ByteArrayInputStream(content));
            if (!(top instanceof Map<?, ?> notebook) || !(notebook.get("cells") instanceof List<?> cells)) {
                throw new BadInput(file + " is no notebook that can be compared. Open and save it in Jupyter first.");
            }
            List<Cell> found = new ArrayList<>();
            for (Object cell : cells) {
                if (cell instanceof Map<?, ?> map && "code".equals(map.get("cell_type"))) {
                    found.add(cell(map));
                }
            }
            return new NotebookOutputs(found, "plain".equals(ranBy(notebook)));
        } catch (IOException impossible) {
            throw new BadInput(file + " cannot be read.", impossible);
        }
    }

    private static String ranBy(Map<?, ?> notebook) {
        return notebook.get("metadata") instanceof Map<?, ?> metadata
                        && metadata.get("specimen") instanceof Map<?, ?> ours
                ? String.valueOf(ours.get("run"))
                : "";
    }

    private static Cell cell(Map<?, ?> cell) {
        StringBuilder text = new StringBuilder();
        List<byte[]> pictures = new ArrayList<>();
        Optional<String> error = Optional.empty();
        List<?> outputs = cell.get("outputs") instanceof List<?> list ? list : List.of();
        for (Object each : outputs) {
            if (!(each instanceof Map<?, ?> output)) {
                continue;
            }
            switch (String.valueOf(output.get("output_type"))) {
                case "stream" -> {
                    if ("stdout".equals(output.get("name"))) {
                        text.append(joined(output.get("text")));
                    }
                }
                case "execute_result", "display_data" -> addData(output, text, pictures);
                case "error" -> error = Optional.of(String.valueOf(output.get("ename")));
                default -> {
                    // Nothing else is an output.
                }
            }
        }
        return new Cell(text.toString(), pictures, error);
    }

    private static void addData(Map<?, ?> output, StringBuilder text, List<byte[]> pictures) {
        if (!(output.get("data") instanceof Map<?, ?> data)) {
            return;
        }
        if (data.get("image/png") != null) {
            try {
                pictures.add(Base64.getMimeDecoder().decode(joined(data.get("image/png"))));
            } catch (IllegalArgumentException damaged) {
                text.append("[a picture that cannot be read]\n");
            }
        } else if (data.get("text/plain") != null) {
            text.append(withoutAddresses(joined(data.get("text/plain")))).append('\n');
        }
    }

    /** Where an object lies in memory is another place in each run. */
    private static String withoutAddresses(String text) {
        return text.replaceAll("\\bat 0x[0-9a-fA-F]+", "at 0x…");
    }

    private static String joined(@Nullable Object lines) {
        return lines instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining())
                : String.valueOf(lines);
    }

    /** Whether anything can be compared with it. */
    boolean hasOutputs() {
        return cells.stream().anyMatch(cell -> !cell.isEmpty());
    }

    /**
     * Compares cell by cell, those that have an output on either side.
     *
     * @param path of the notebook
     * @param ours of the same notebook as it ran here
     */
    List<ResultComparison> compare(String path, NotebookOutputs ours, Tolerance tolerance) {
        List<ResultComparison> results = new ArrayList<>();
        for (int i = 0; i < Math.max(cells.size(), ours.cells().size()); i++) {
            Cell before = at(i);
            Cell now = ours.at(i);
            if (!before.isEmpty() || !now.isEmpty()) {
                results.add(new ResultComparison(
                        path + ":" + (i + 1),
                        ResultComparison.Kind.CELL,
                        difference(before, now, ours.ranPlainly() || ranPlainly, tolerance),
                        false));
            }
        }
        return results;
    }

    private Cell at(int index) {
        return index < cells.size() ? cells.get(index) : new Cell("", List.of(), Optional.empty());
    }

    private static Optional<String> difference(Cell theirs, Cell ours, boolean withoutPictures, Tolerance tolerance) {
        if (!theirs.error().equals(ours.error())) {
            return Optional.of(ours.error()
                    .map(name -> "It ends with " + name + " here.")
                    .orElse("It ran here and ended with " + theirs.error().orElse("an error") + " in yours."));
        }
        Optional<String> text =
                NumberText.difference(theirs.text().strip(), ours.text().strip(), tolerance);
        if (text.isPresent() || withoutPictures) {
            return text;
        }
        if (theirs.pictures().size() != ours.pictures().size()) {
            return Optional.of("It has " + ours.pictures().size() + " pictures here and "
                    + theirs.pictures().size() + " in yours.");
        }
        for (int i = 0; i < ours.pictures().size(); i++) {
            Optional<String> picture =
                    Pixels.difference(theirs.pictures().get(i), ours.pictures().get(i), tolerance.pixels());
            if (picture.isPresent()) {
                return picture;
            }
        }
        return Optional.empty();
    }
}
