package org.specimen.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TorchBuild;
import org.specimen.format.Netrc;
import org.specimen.index.CatalogueIndex;
import org.specimen.index.FallbackIndex;
import org.specimen.index.IndexAsOf;
import org.specimen.index.LiveIndex;
import org.specimen.index.PackageIndex;
import org.specimen.index.PipFiles;
import org.specimen.index.PipSettings;
import org.specimen.index.TorchIndex;
import org.specimen.machine.OperatingSystem;
import org.specimen.net.Connection;
import org.specimen.net.DiskCache;
import org.specimen.net.Logins;
import org.specimen.net.Patience;
import org.specimen.net.Proxies;
import org.specimen.net.Surroundings;
import org.specimen.net.Trust;
import org.specimen.net.Web;
import org.specimen.net.WebAddress;
import org.specimen.problem.BadInput;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** Finds the index that versions come from, by what a person chose and what their computer is set to. */
public final class PackageIndexes {

    /** What the computer says of indexes and of the way to them; absent where only what is named is asked. */
    private record Computer(UserFolders folders, Map<String, String> environment, PipFiles files) {}

    /**
     * An index that can be asked until it is closed.
     *
     * @param index tells releases, and where they come from
     */
    record Open(PackageIndex index, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    private final Catalogue catalogue;
    private final @Nullable Computer computer;
    private final Function<TorchBuild, URI> torchIndex;

    /** Kept from one choice to the next, with its connections. */
    private @Nullable Web web;

    private List<URI> webFor = List.of();

    private PackageIndexes(Catalogue catalogue, @Nullable Computer computer, Function<TorchBuild, URI> torchIndex) {
        this.catalogue = catalogue;
        this.computer = computer;
        this.torchIndex = torchIndex;
    }

    /** The same, with PyTorch's builds from elsewhere than PyTorch's own indexes. */
    PackageIndexes withTorchFrom(Function<TorchBuild, URI> elsewhere) {
        return new PackageIndexes(catalogue, computer, elsewhere);
    }

    /** The catalogue, unless an index is named. */
    public static PackageIndexes catalogueUnlessNamed(Catalogue catalogue) {
        return new PackageIndexes(catalogue, null, TorchBuild::index);
    }

    /** PyPI, or what this computer is set to in its place; the catalogue where that cannot be reached. */
    public static PackageIndexes ofThisComputer(Catalogue catalogue) {
        PipFiles.Place place = switch (OperatingSystem.ofThisComputer()) {
            case LINUX -> PipFiles.Place.LINUX;
            case MACOS -> PipFiles.Place.MACOS;
            case WINDOWS -> PipFiles.Place.WINDOWS;
        };
        Path home = Path.of(System.getProperty("user.home", "."));
        return new PackageIndexes(
                catalogue,
                new Computer(UserFolders.ofThisComputer(), System.getenv(), new PipFiles(System.getenv(), home, place)),
                TorchBuild::index);
    }

    /**
     * Opens it.
     *
     * @param python for which versions are chosen
     * @param torch the build of PyTorch's packages; empty for the usual one
     * @throws BadInput if an address in a setting is none
     */
    Open open(IndexChoice choice, Version python, Optional<TorchBuild> torch, Progress progress) {
        Open usual = open(choice, python, progress);
        if (torch.isEmpty()) {
            return usual;
        }
        Web web = computer == null && (!choice.isNamed() || choice.offline())
                ? Web.offline(Optional.empty(), Surroundings.ofThisComputer())
                : web(addresses(choice), choice.offline());
        LiveIndex builds = new LiveIndex(web, List.of(torchIndex.apply(torch.get())), Optional.of(python), progress);
        return new Open(
                new TorchIndex(usual.index(), builds, torch.get(), choice.asOf().isPresent()), () -> {
                    builds.close();
                    usual.close();
                });
    }

    private Open open(IndexChoice choice, Version python, Progress progress) {
        PackageIndex fromCatalogue = new CatalogueIndex(catalogue);
        if (computer == null && (!choice.isNamed() || choice.offline())) {
            return new Open(dated(fromCatalogue, choice), () -> {});
        }
        if (choice.offline() && nothingIsKept()) {
            return new Open(dated(fromCatalogue, choice), () -> {});
        }
        List<URI> addresses = addresses(choice);
        LiveIndex live = new LiveIndex(
                web(addresses, choice.offline()),
                addresses.stream().map(WebAddress::withoutLogin).toList(),
                links(choice),
                Optional.of(python),
                progress);
        // Whoever names an index wants that one and no other.
        boolean replaceable = choice.offline() || choice.index().isEmpty();
        return new Open(dated(replaceable ? new FallbackIndex(live, fromCatalogue) : live, choice), live::close);
    }

    private boolean nothingIsKept() {
        return computer == null || !Files.isDirectory(cacheFolder(computer));
    }

    private static Path cacheFolder(Computer computer) {
        return computer.folders().cache().resolve("http");
    }

    private static PackageIndex dated(PackageIndex index, IndexChoice choice) {
        return choice.asOf().<PackageIndex>map(day -> new IndexAsOf(index, day)).orElse(index);
    }

    /** What is named, else Specimen's own setting, else pip's, else PyPI. */
    private List<URI> addresses(IndexChoice choice) {
        List<URI> addresses = new ArrayList<>();
        if (choice.index().isPresent()) {
            addresses.add(choice.index().get());
        } else {
            PipSettings pip = pip();
            Optional<URI> own = ownSetting();
            if (own.isPresent() || !pip.noIndex()) {
                addresses.add(own.or(pip::index).orElse(LiveIndex.PYPI));
                addresses.addAll(pip.extra());
            }
        }
        addresses.addAll(choice.extra());
        return addresses.stream().distinct().toList();
    }

    /** Where pip looks beside indexes; whoever names an index wants that one alone. */
    private List<URI> links(IndexChoice choice) {
        return choice.index().isPresent()
                ? List.of()
                : pip().links().stream().map(WebAddress::withoutLogin).toList();
    }

    private PipSettings pip() {
        return computer == null
                ? PipSettings.NONE
                : PipSettings.of(computer.environment(), computer.files().read());
    }

    private Optional<URI> ownSetting() {
        return computer == null
                ? Optional.empty()
                : new SettingsStore(computer.folders())
                        .load()
                        .value()
                        .packageIndex()
                        .map(address -> PipSettings.index(address, "the package index in Specimen's settings"));
    }

    private synchronized Web web(List<URI> addresses, boolean offline) {
        Surroundings surroundings = Surroundings.ofThisComputer();
        if (offline) {
            return Web.offline(cache(surroundings), surroundings);
        }
        Web open = web;
        if (open == null || !webFor.equals(addresses)) {
            open = Web.on(connection(addresses), cache(surroundings), surroundings);
            web = open;
            webFor = addresses;
        }
        return open;
    }

    private Connection connection(List<URI> addresses) {
        if (computer == null) {
            return new Connection(
                    Proxies.of(Map.of()), Logins.of(addresses, Netrc.EMPTY), List.of(), Patience.ORDINARY);
        }
        return new Connection(
                Proxies.ofThisComputer(),
                Logins.of(addresses, computer.files().netrc()),
                addresses.stream().anyMatch(address -> "https".equalsIgnoreCase(address.getScheme()))
                        ? Trust.fileIn(computer.environment()).stream().toList()
                        : List.of(),
                Patience.ORDINARY);
    }

    private Optional<DiskCache> cache(Surroundings surroundings) {
        return Optional.ofNullable(computer)
                .map(here -> new DiskCache(cacheFolder(here), DiskCache.ORDINARY_SIZE, surroundings.clock()));
    }
}
