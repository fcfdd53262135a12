package org.specimen.project;

/** The kinds of warning, from what is likeliest to break a rerun to what is good to know. */
public enum WarningKind {
    /** A key or password stands in the code. */
    SECRET_IN_CODE("secret-in-code"),
    /** A key or password stands in a file of settings. */
    SECRET_IN_FILE("secret-in-file"),
    /** The code is for Python 2. */
    PYTHON_TWO("python-2"),
    /** No file says which packages the project needs. */
    NOTHING_DECLARED("nothing-declared"),
    /** A package is imported and no file asks for it. */
    UNDECLARED("undeclared"),
    /** A module is imported of which nothing is known but its name. */
    UNKNOWN_MODULE("unknown-module"),
    /** A file that asks for packages cannot be read. */
    BROKEN_SPEC_FILE("broken-spec-file"),
    /** A line in such a file cannot be read. */
    BROKEN_REQUIREMENT("broken-requirement"),
    /** Two files ask for what cannot be had together. */
    CONTRADICTION("contradiction"),
    /** A file that says what is needed is not in the repository. */
    UNCOMMITTED("uncommitted"),
    /** A requirement is found on one computer only. */
    LOCAL_REQUIREMENT("local-requirement"),
    /** A file of the project hides a package of the same name. */
    SHADOWED("shadowed"),
    /** A notebook or a program is damaged. */
    DAMAGED("damaged"),
    /** Code in another language, which is not read. */
    OTHER_LANGUAGE("other-language"),
    /** A path that exists on one computer only. */
    ABSOLUTE_PATH("absolute-path"),
    /** The code changes the folder that it runs in. */
    WORKING_FOLDER("working-folder"),
    /** Random numbers without a seed. */
    UNSEEDED("unseeded"),
    /** A pretrained model without its revision. */
    UNPINNED_MODEL("unpinned-model"),
    /** A requirement whose state can change: a branch, "latest". */
    MOVING_REQUIREMENT("moving-requirement"),
    /** A package stands on something below Python that pip does not look after. */
    BELOW_PYTHON("below-python"),
    /** A program is run that no Python package brings. */
    SYSTEM_PROGRAM("system-program"),
    /** The project has code that a compiler must make ready. */
    COMPILED_CODE("compiled-code"),
    /** A lock holds a package in several versions. */
    SEVERAL_VERSIONS("several-versions"),
    /** The code opens windows by means of the standard library. */
    DESKTOP_WINDOW("desktop-window"),
    /** A package is asked for and nothing imports it. */
    UNUSED("unused"),
    /** Something in the folder was not read. */
    SKIPPED("skipped");

    private final String key;

    WarningKind(String key) {
        this.key = key;
    }

    /** As it stands in {@link ProjectFacts.Warning#kind} and in JSON. */
    public String key() {
        return key;
    }
}
