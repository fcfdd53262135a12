package org.specimen.index.channel;

import java.util.Collection;
import java.util.List;

/** The packages that a channel has for one platform. */
public interface PlatformRecords extends AutoCloseable {

    /** Whether it has any package of a name. */
    boolean has(String name);

    /** The names of its packages, sorted. */
    Collection<String> names();

    /**
     * The records of a name, the newest version first, and of a version the highest build number; none where it has no
     * such name.
     *
     * @throws org.specimen.problem.OutsideFailure if they cannot be had
     */
    List<ChannelRecord> records(String name);

    /** How many records it holds. */
    long size();

    /** Records of the list that could not be read, and are left out. */
    long skipped();

    @Override
    void close();
}
