package org.specimen.proof.docker;

import com.github.dockerjava.api.model.Info;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.specimen.format.Netrc;
import org.specimen.net.Connection;
import org.specimen.net.IndexRelay;
import org.specimen.net.Logins;
import org.specimen.net.Patience;
import org.specimen.net.Proxies;
import org.specimen.net.WebAddress;
import org.specimen.proof.MakeRequest;

/**
 * How the steps of a build reach the package index and the web. Nothing of it is secret: arguments of a build stay in the
 * history of the image (Dockerfile reference, "ARG"), but for the proxies, which Docker leaves out. An index that needs a
 * login or certificates is asked by a relay on this computer, and the steps ask that.
 *
 * @param network of the steps; empty for the engine's usual one
 */
record BuildNetwork(Optional<String> network, Map<String, String> arguments, Optional<IndexRelay> relay)
        implements AutoCloseable {

    private static final String HOST = "host";

    /** How this computer is called within the virtual machines of Docker Desktop, Colima and Rancher Desktop. */
    private static final String OUTSIDE = "host.docker.internal";

    private static final List<String> PROXIES =
            List.of("http_proxy", "https_proxy", "ftp_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY");

    BuildNetwork {
        arguments = Map.copyOf(arguments);
    }

    /**
     * Makes the way ready.
     *
     * @param environment the variables of this process, which name its proxies
     */
    static BuildNetwork open(MakeRequest request, Engine engine, Info info, Map<String, String> environment) {
        Map<String, String> arguments = new TreeMap<>();
        boolean needsHost = addProxies(environment, arguments);
        Optional<URI> index = request.indexUrl();
        Optional<IndexRelay> relay = index.filter(address -> needsRelay(address, request))
                .map(address -> IndexRelay.open(address, connection(address, request)));
        URI asked = relay.map(IndexRelay::address).or(() -> index).orElse(null);
        boolean native_ = engine.isLocal() && Person.isOnThisSystem(info);
        if (asked != null) {
            needsHost |= isLoopback(asked.getHost());
            String seen = native_ || !isLoopback(asked.getHost())
                    ? asked.toString()
                    : asked.toString().replaceFirst("//[^/:]+", "//" + OUTSIDE);
            arguments.put("PIP_INDEX_URL", seen);
            String host = URI.create(seen).getHost();
            if ("http".equalsIgnoreCase(asked.getScheme()) && !isLoopback(host)) {
                arguments.put("PIP_TRUSTED_HOST", host);
            }
        }
        return new BuildNetwork(needsHost && native_ ? Optional.of(HOST) : Optional.empty(), arguments, relay);
    }

    private static boolean needsRelay(URI index, MakeRequest request) {
        return index.getRawUserInfo() != null || !request.certificates().isEmpty();
    }

    private static Connection connection(URI index, MakeRequest request) {
        return new Connection(
                Proxies.ofThisComputer(),
                Logins.of(List.of(index), Netrc.EMPTY),
                request.certificates().stream().findFirst(),
                Patience.ORDINARY);
    }

    /** Whether one of them is on this computer. A proxy that asks for a login is not passed on. */
    private static boolean addProxies(Map<String, String> environment, Map<String, String> arguments) {
        boolean local = false;
        for (String name : PROXIES) {
            String value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty() || value.contains("@")) {
                continue;
            }
            arguments.put(name, value);
            local |= !name.toLowerCase(Locale.ROOT).equals("no_proxy") && isLoopback(host(value));
        }
        return local;
    }

    private static String host(String proxy) {
        try {
            URI address = WebAddress.parse(proxy.contains("://") ? proxy : "http://" + proxy);
            return Optional.ofNullable(address.getHost()).orElse("");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    /** By its name alone; nobody is asked. */
    private static boolean isLoopback(String host) {
        if (host == null) {
            return false;
        }
        String plain = host.replaceAll("[\\[\\]]", "");
        boolean isNumber = plain.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
        try {
            return plain.equalsIgnoreCase("localhost")
                    || (isNumber && InetAddress.getByName(plain).isLoopbackAddress());
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    @Override
    public void close() {
        relay.ifPresent(IndexRelay::close);
    }
}
