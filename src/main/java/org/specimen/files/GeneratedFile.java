package org.specimen.files;

/**
 * The text of one file, ready to be written.
 *
 * @param path relative to the project folder, with {@code /} between its parts: the role's file name, or that name with
 *     {@code .specimen} behind it where it lies beside a file of the person's own
 * @param content with line feeds only, and one at the end
 */
public record GeneratedFile(FileRole role, String path, String content) {

    public GeneratedFile {
        if (content.indexOf('\r') >= 0 || !content.endsWith("\n")) {
            throw new IllegalArgumentException(path + " must have line feeds only, and one at its end");
        }
    }
}
