package org.specimen;

/** Picks the command line or the window. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) {
        System.out.println("specimen");
    }
}
