package org.specimen.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.specimen.app.store.UserFolders;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;
import org.specimen.format.Netrc;
import org.specimen.index.PipFiles;
import org.specimen.index.channel.ChannelStore;
import org.specimen.index.channel.LocalListFiles;
import org.specimen.index.channel.WebListFiles;
import org.specimen.net.Connection;
import org.specimen.net.DiskCache;
import org.specimen.net.Logins;
import org.specimen.net.Patience;
import org.specimen.net.Proxies;
import org.specimen.net.Surroundings;
import org.specimen.net.Web;
import org.specimen.net.WebAddress;

/** Makes the store of some channels: on this computer's disk and network, with the logins that the channels were given with. */
@FunctionalInterface
public interface ChannelStores {

    /** The store for these channels. */
    ChannelStore of(List<Channel> channels);

    /** Those of this computer. */
    static ChannelStores ofThisComputer() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return in(
                folderOfThisComputer(),
                Proxies.ofThisComputer(),
                new PipFiles(System.getenv(), home, PipFiles.Place.LINUX).netrc());
    }

    /** What was kept on this computer, without asking any server. */
    static ChannelStores keptOnThisComputer() {
        Path folder = folderOfThisComputer();
        return channels ->
                store(folder, channels, cache -> Web.offline(Optional.of(cache), Surroundings.ofThisComputer()));
    }

    private static Path folderOfThisComputer() {
        return UserFolders.ofThisComputer().state().resolve("channels");
    }

    /** Stores that keep what they fetch in a folder. */
    static ChannelStores in(Path folder, Proxies proxies, Netrc netrc) {
        return channels -> {
            Map<String, String> authorized = authorized(channels);
            Connection connection = new Connection(
                    proxies,
                    Logins.of(
                            authorized.values().stream().map(WebAddress::parse).toList(), netrc),
                    List.of(),
                    Patience.ORDINARY);
            return store(
                    folder, channels, cache -> Web.on(connection, Optional.of(cache), Surroundings.ofThisComputer()));
        };
    }

    private static ChannelStore store(Path folder, List<Channel> channels, Function<DiskCache, Web> web) {
        Map<String, String> authorized = authorized(channels);
        DiskCache cache = new DiskCache(
                folder.resolve("tags"),
                DiskCache.ORDINARY_SIZE,
                Surroundings.ofThisComputer().clock());
        return new ChannelStore(
                folder,
                List.of(new LocalListFiles(), new WebListFiles(web.apply(cache), url -> withToken(url, authorized))));
    }

    /** The addresses of channels on the web, as they may be shown, and with what lets one in. */
    private static Map<String, String> authorized(List<Channel> channels) {
        Map<String, String> authorized = new LinkedHashMap<>();
        for (Channel channel : channels) {
            List<String> shown = new ArrayList<>(channel.urls(Platform.WIN_64));
            List<String> whole = new ArrayList<>(channel.authorizedUrls(Platform.WIN_64));
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).startsWith("http")) {
                    authorized.put(parent(shown.get(i)), parent(whole.get(i)));
                }
            }
        }
        return authorized;
    }

    private static String parent(String url) {
        return url.substring(0, url.lastIndexOf('/') + 1);
    }

    /** The login itself is the network's to give. */
    private static URI withToken(String url, Map<String, String> authorized) {
        return authorized.entrySet().stream()
                .filter(entry -> url.startsWith(entry.getKey()))
                .map(entry -> WebAddress.withoutLogin(WebAddress.parse(
                        entry.getValue() + url.substring(entry.getKey().length()))))
                .findFirst()
                .orElseGet(() -> WebAddress.parse(url));
    }
}
