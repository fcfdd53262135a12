package org.specimen.problem;

import org.jspecify.annotations.Nullable;

/** A server, or the network before it, did not give what was asked for. The message names no login and no key. */
public final class NetworkFailure extends OutsideFailure {

    private static final long serialVersionUID = 1L;

    /** What kept it from coming. */
    public enum Kind {
        /** Nobody asked, since the person wants no network. */
        OFFLINE,
        /** No server of this name is known, or none answers there. */
        UNREACHABLE,
        /** It took longer than anybody would wait. */
        TOO_SLOW,
        /** The server could not show that it is the one it claims to be. */
        UNTRUSTED,
        /** The server is there, and asks to come again later or is broken. */
        BUSY,
        /** The server wants a name and a password. */
        LOGIN,
        /** The server does not give this, or leads somewhere that is not safe to follow. */
        REFUSED,
        /** What came cannot be understood, or is not what was promised. */
        BAD_ANSWER,
        /** It is larger than anything of its kind should be. */
        TOO_LARGE
    }

    private final Kind kind;

    public NetworkFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    public NetworkFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it says nothing about what was asked for, so that what is known from elsewhere may take its place. */
    public boolean isOutage() {
        return switch (kind) {
            case OFFLINE, UNREACHABLE, TOO_SLOW, UNTRUSTED, BUSY -> true;
            case LOGIN, REFUSED, BAD_ANSWER, TOO_LARGE -> false;
        };
    }
}
