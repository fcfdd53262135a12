package org.specimen.index;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.Extra;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * A release of a distribution.
 *
 * @param metadata what it needs, where that is known already; {@link PackageIndex#metadata} may know more
 * @param files the files that it consists of, in the order of the index; empty if they are not known
 * @param month when it was seen, where that is known and not told by the files
 */
public record IndexRelease(
        Version version, Optional<Metadata> metadata, List<ReleaseFile> files, Optional<YearMonth> month) {

    public IndexRelease {
        // A page may list thousands of files, most of which nobody looks at.
        files = files instanceof LaterRead<ReleaseFile> later ? later : List.copyOf(files);
    }

    /** A release of which no files are known. */
    public IndexRelease(Version version, Optional<Metadata> metadata, Optional<YearMonth> month) {
        this(version, metadata, List.of(), month);
    }

    public IndexRelease withFiles(List<ReleaseFile> chosen) {
        return new IndexRelease(version, metadata, chosen, month);
    }

    /**
     * Why it was withdrawn, an empty text if no reason is given; empty if it was not, or not with all of its files
     * (PEP 592).
     */
    public Optional<String> yanked() {
        return !files.isEmpty() && files.stream().allMatch(ReleaseFile::isYanked)
                ? files.get(0).yanked()
                : Optional.empty();
    }

    /**
     * What a release says of itself.
     *
     * @param requiresPython the Pythons that it admits (core metadata, "Requires-Python")
     * @param requires what it needs, markers and all (core metadata, "Requires-Dist")
     * @param extras those that it offers (core metadata, "Provides-Extra")
     */
    public record Metadata(SpecifierSet requiresPython, List<Requirement> requires, Set<Extra> extras) {
        public Metadata {
            requires = List.copyOf(requires);
            extras = Set.copyOf(extras);
        }
    }
}
