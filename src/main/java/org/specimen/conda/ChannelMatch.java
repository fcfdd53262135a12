package org.specimen.conda;

/** Which channel a package must be from (conda documentation, "Package match specifications", {@code channel}). */
public sealed interface ChannelMatch {

    /**
     * Reads a channel's name or address, a glob or a regular expression over the canonical name. An address outside the
     * public host stays one; any other channel counts by its canonical name, so that {@code pkgs/main} is
     * {@code defaults}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static ChannelMatch parse(String text) {
        StringMatch match = StringMatch.parse(text);
        if (!(match instanceof StringMatch.Exact)) {
            return new Like(match);
        }
        boolean isUrl = ChannelAddress.hasScheme(text) || ChannelAddress.isAbsolutePath(text);
        return of(ChannelAddress.parse(text).channel(), isUrl);
    }

    /**
     * The match for a channel.
     *
     * @param isUrl whether a person gave the address, so that it counts and not the name
     */
    static ChannelMatch of(Channel channel, boolean isUrl) {
        return isUrl && !channel.isOnPublicHost()
                ? new Address(channel)
                : new Named(channel.canonicalName().equals(Channel.DEFAULTS_NAME) ? Channel.DEFAULTS : channel);
    }

    /** The match for the channel of a package file, which conda takes by its canonical name. */
    static ChannelMatch ofPackageFile(Channel channel) {
        return of(channel, ChannelAddress.hasScheme(channel.canonicalName()));
    }

    /** Whether a package of the channel is wanted. */
    boolean matches(Channel channel);

    /** By its name: also a channel elsewhere whose path ends so. */
    record Named(Channel channel) implements ChannelMatch {
        @Override
        public boolean matches(Channel other) {
            return channel.name().equals(other.name()) || channel.name().equals(other.canonicalName());
        }

        @Override
        public String toString() {
            return channel.canonicalName();
        }
    }

    /** By its address alone. */
    record Address(Channel channel) implements ChannelMatch {
        @Override
        public boolean matches(Channel other) {
            return channel.baseUrls().equals(other.baseUrls());
        }

        @Override
        public String toString() {
            return channel.baseUrl().orElse(channel.canonicalName());
        }
    }

    /** By a pattern over its canonical name. */
    record Like(StringMatch pattern) implements ChannelMatch {
        @Override
        public boolean matches(Channel other) {
            return pattern.matches(other.canonicalName());
        }

        @Override
        public String toString() {
            return pattern.toString();
        }
    }
}
