package org.specimen.app;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.specimen.index.CondaChannel;
import org.specimen.index.IndexRelease;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.index.PackageIndex;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;

/** Ends the choice of releases at the next one that is looked up, once nobody wants it any more. */
final class WhileWanted {

    private WhileWanted() {}

    static PackageIndex index(PackageIndex index, Progress progress) {
        return new PackageIndex() {
            @Override
            public List<IndexRelease> releases(PackageName name) {
                progress.checkCancelled();
                return index.releases(name);
            }

            @Override
            public Optional<Metadata> metadata(PackageName name, IndexRelease release) {
                progress.checkCancelled();
                return index.metadata(name, release);
            }

            @Override
            public boolean tellsAllOf(PackageName name) {
                return index.tellsAllOf(name);
            }

            @Override
            public void expect(Collection<PackageName> names) {
                index.expect(names);
            }

            @Override
            public String title() {
                return index.title();
            }
        };
    }

    static CondaChannel channel(CondaChannel channel, Progress progress) {
        return new CondaChannel() {
            @Override
            public String name() {
                return channel.name();
            }

            @Override
            public List<ChannelVersion> versions(String condaName) {
                progress.checkCancelled();
                return channel.versions(condaName);
            }

            @Override
            public Optional<String> nameOf(PackageName distribution) {
                return channel.nameOf(distribution);
            }
        };
    }
}
