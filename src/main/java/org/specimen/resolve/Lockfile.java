package org.specimen.resolve;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaVersion;
import org.specimen.index.ReleaseFile;
import org.specimen.python.Extra;
import org.specimen.python.Marker;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/** The exact releases that an environment is made of. */
public sealed interface Lockfile {

    /** The exact interpreter. */
    Version python();

    /** The platforms that it holds on. */
    Set<TargetPlatform> platforms();

    /** The part that pip installs. */
    List<PipPackage> pip();

    /** What pip installs from elsewhere than an index: version control, addresses, paths. */
    List<Requirement> references();

    /** What is known of whether they go together. */
    Assurance assurance();

    /** What the person should know about these pins, each in a sentence or few, the assurance first. */
    List<String> notes();

    /** Whether it names everything that is installed, so that nothing is left for the installer to choose. */
    boolean isWhole();

    /**
     * Everything comes from a PyPI-style index.
     *
     * @param isWhole not where nobody says what one of these releases needs, or no release is known of what it needs
     */
    record Pip(
            Version python,
            Set<TargetPlatform> platforms,
            List<PipPackage> pip,
            List<Requirement> references,
            Assurance assurance,
            List<String> notes,
            boolean isWhole)
            implements Lockfile {
        public Pip {
            platforms = Collections.unmodifiableSet(EnumSet.copyOf(platforms));
            pip = List.copyOf(pip);
            references = List.copyOf(references);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Conda brings the interpreter and most packages; pip brings what conda does not have.
     *
     * @param locked every file that is installed; empty where the packages of the channel are not known
     * @param isWhole not where something that pip installs needs what nobody says
     */
    record Conda(
            Version python,
            Set<TargetPlatform> platforms,
            List<CondaPackage> conda,
            List<PipPackage> pip,
            List<Requirement> references,
            Assurance assurance,
            List<String> notes,
            Optional<CondaLocked> locked,
            boolean isWhole)
            implements Lockfile {
        public Conda {
            platforms = Collections.unmodifiableSet(EnumSet.copyOf(platforms));
            conda = List.copyOf(conda);
            pip = List.copyOf(pip);
            references = List.copyOf(references);
            notes = List.copyOf(notes);
        }

        /** What the project's own packages need in turn is conda's to find at each installation. */
        public Conda(
                Version python,
                Set<TargetPlatform> platforms,
                List<CondaPackage> conda,
                List<PipPackage> pip,
                List<Requirement> references,
                Assurance assurance,
                List<String> notes) {
            this(python, platforms, conda, pip, references, assurance, notes, Optional.empty(), false);
        }
    }

    /**
     * One release from a PyPI-style index.
     *
     * @param extras the extras that are installed with it, sorted
     * @param marker where it is needed; empty if everywhere
     * @param direct whether the project itself asks for it
     * @param via the packages that need it, sorted; empty if only the project does
     * @param verified whether an index or the catalogue confirmed that this release admits this Python
     * @param hashes {@code sha256:…} of every file of the release, or none
     * @param files the files of the release, where the index tells them
     */
    record PipPackage(
            PackageName name,
            Version version,
            List<Extra> extras,
            Optional<Marker> marker,
            boolean direct,
            List<PackageName> via,
            boolean verified,
            List<String> hashes,
            List<ReleaseFile> files) {
        public PipPackage {
            extras = List.copyOf(extras);
            via = List.copyOf(via);
            hashes = List.copyOf(hashes);
            files = List.copyOf(files);
        }

        /** A release of which no files are known. */
        public PipPackage(
                PackageName name,
                Version version,
                List<Extra> extras,
                Optional<Marker> marker,
                boolean direct,
                List<PackageName> via,
                boolean verified,
                List<String> hashes) {
            this(name, version, extras, marker, direct, via, verified, hashes, List.of());
        }

        /** The same without hashes, for a set in which not every release has them. */
        PipPackage withoutHashes() {
            return new PipPackage(name, version, extras, marker, direct, via, verified, List.of(), files);
        }
    }

    /**
     * One package from a conda channel.
     *
     * @param name the conda name
     * @param distribution the Python distribution in it, where it is one
     * @param channel the channel's name, as in {@code conda-forge}
     * @param build a build to insist on, as in {@code *cuda12*}; empty for any
     * @param verified whether the version was seen on the channel for every platform
     */
    record CondaPackage(
            String name,
            Optional<PackageName> distribution,
            CondaVersion version,
            String channel,
            Optional<String> build,
            boolean verified) {}
}
