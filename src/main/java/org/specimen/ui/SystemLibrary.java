package org.specimen.ui;

/** What JavaFX stands on where the system is Linux, with the package that each system calls it by. */
enum SystemLibrary {
    X11("libX11.so.6", "libx11-6", "libX11", "libX11-6", "libx11"),
    GTK("libgtk-3.so.0", "libgtk-3-0", "gtk3", "libgtk-3-0", "gtk3"),
    TEST_EVENTS("libXtst.so.6", "libxtst6", "libXtst", "libXtst6", "libxtst"),
    PANGO("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "pango", "libpango-1_0-0", "pango"),
    FREETYPE("libfreetype.so.6", "libfreetype6", "freetype", "libfreetype6", "freetype2"),
    FONTCONFIG("libfontconfig.so.1", "libfontconfig1", "fontconfig", "libfontconfig1", "fontconfig");

    private final String file;
    private final String debian;
    private final String fedora;
    private final String suse;
    private final String arch;

    SystemLibrary(String file, String debian, String fedora, String suse, String arch) {
        this.file = file;
        this.debian = debian;
        this.fedora = fedora;
        this.suse = suse;
        this.arch = arch;
    }

    /** The name that the dynamic linker looks for. */
    String file() {
        return file;
    }

    String debian() {
        return debian;
    }

    String fedora() {
        return fedora;
    }

    String suse() {
        return suse;
    }

    String arch() {
        return arch;
    }
}
