package org.specimen.process;

/**
 * How a program ended.
 *
 * @param status its exit status
 * @param output what it wrote to standard output, as UTF-8, up to the limit
 * @param errors what it wrote to standard error, likewise
 */
public record ProgramResult(int status, String output, String errors) {

    public boolean succeeded() {
        return status == 0;
    }
}
