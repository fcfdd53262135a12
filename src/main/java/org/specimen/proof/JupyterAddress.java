package org.specimen.proof;

/**
 * Where a person reaches their Jupyter.
 *
 * @param port of 127.0.0.1
 * @param page its first page, as in {@code /lab}
 * @param token without which it answers nothing
 */
public record JupyterAddress(int port, String page, String token) {

    /** For showing: whoever reads it has no way in. */
    public String shown() {
        return "http://127.0.0.1:" + port + page;
    }

    /** For the browser of the person who started it, and nobody else. */
    public String full() {
        return shown() + "?token=" + token;
    }

    /** Where it says whether it is up; it asks for the token too. */
    String status() {
        return "http://127.0.0.1:" + port + "/api/status";
    }

    /** The token is not told. */
    @Override
    public String toString() {
        return shown();
    }
}
