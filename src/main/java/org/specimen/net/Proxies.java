package org.specimen.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that lead to the web: those that the environment names, as curl and pip read it, else those of the system.
 */
public final class Proxies extends ProxySelector {

    private static final List<Proxy> DIRECTLY = List.of(Proxy.NO_PROXY);

    private final Map<String, String> environment;
    private final Optional<ProxySelector> system;

    private Proxies(Map<String, String> environment, Optional<ProxySelector> system) {
        this.environment = Map.copyOf(environment);
        this.system = system;
    }

    /** Those that an environment names, and no others. */
    public static Proxies of(Map<String, String> environment) {
        return new Proxies(environment, Optional.empty());
    }

    /** Those of this computer. */
    public static Proxies ofThisComputer() {
        if (System.getProperty("java.net.useSystemProxies") == null && !isLinux()) {
            // Must be said before the first selector is made. On Linux it would load the desktop's libraries.
            System.setProperty("java.net.useSystemProxies", "true");
        }
        return new Proxies(System.getenv(), Optional.ofNullable(ProxySelector.getDefault()));
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    @Override
    public List<Proxy> select(URI address) {
        if (isExempt(address)) {
            return DIRECTLY;
        }
        return named(address)
                .map(proxy -> List.of(
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy)))))
                .orElseGet(() -> system.map(selector -> selector.select(address))
                        .filter(found -> !found.isEmpty())
                        .orElse(DIRECTLY));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        system.ifPresent(selector -> selector.connectFailed(address, proxy, failure));
    }

    /** What the proxy of an address wants to hear (RFC 7617), if its own address has a login. */
    Optional<String> authorization(URI address) {
        return isExempt(address)
                ? Optional.empty()
                : named(address).flatMap(proxy -> Login.in(proxy)).map(Login::basic);
    }

    /** How the proxy of an address is told to a person, empty where there is none. */
    Optional<String> shown(URI address) {
        return select(address).stream()
                .filter(proxy -> proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(socket -> socket.getHostString() + ":" + socket.getPort())
                .findFirst();
    }

    private Optional<URI> named(URI address) {
        return variable(WebAddress.isEncrypted(address) ? "https_proxy" : "http_proxy")
                .or(() -> variable("all_proxy"))
                .flatMap(Proxies::parsed);
    }

    /** In small letters first, as curl has it. */
    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Where a proxy is named whose language is not spoken here, SOCKS; empty where there is none. */
    Optional<String> unspoken(URI address) {
        if (isExempt(address)) {
            return Optional.empty();
        }
        Optional<String> byName = WebAddress.isEncrypted(address) ? socks("https_proxy") : socks("http_proxy");
        boolean isNamed = variable(WebAddress.isEncrypted(address) ? "https_proxy" : "http_proxy")
                .isPresent();
        Optional<String> named = isNamed ? byName : socks("all_proxy");
        boolean isElsewhere = isNamed || variable("all_proxy").isPresent() || system.isEmpty();
        return named.isPresent() || isElsewhere ? named : systemSocks(address);
    }

    private Optional<String> socks(String variable) {
        return variable(variable)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("socks"))
                .map(value -> variable.toUpperCase(Locale.ROOT));
    }

    private Optional<String> systemSocks(URI address) {
        List<Proxy> found = system.map(selector -> selector.select(address)).orElse(List.of());
        return !found.isEmpty() && found.stream().allMatch(proxy -> proxy.type() == Proxy.Type.SOCKS)
                ? Optional.of("the system's settings")
                : Optional.empty();
    }

    /** The scheme may be left out. SOCKS is not spoken here. */
    private static Optional<URI> parsed(String text) {
        try {
            URI proxy = WebAddress.parse(text.contains("://") ? text : "http://" + text);
            String scheme = String.valueOf(proxy.getScheme()).toLowerCase(Locale.ROOT);
            return Optional.of(proxy)
                    .filter(named -> named.getHost() != null && (scheme.equals("http") || scheme.equals("https")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static int port(URI proxy) {
        return WebAddress.port(proxy);
    }

    /** Names in {@code no_proxy} hold for themselves and all below them; {@code *} for everything. */
    private boolean isExempt(URI address) {
        String host = WebAddress.host(address);
        return variable("no_proxy").stream()
                .flatMap(names -> Arrays.stream(names.split("[,\\s]+")))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("*") || isWithin(host, WebAddress.port(address), name));
    }

    private static boolean isWithin(String host, int port, String name) {
        String domain = name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name;
        if (domain.isEmpty()) {
            return false;
        }
        return host.equals(domain) || (host + ":" + port).equals(domain) || host.endsWith("." + domain);
    }
}
