package org.specimen.proof.docker;

import com.github.dockerjava.api.model.Info;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.format.Netrc;
import org.specimen.index.LiveIndex;
import org.specimen.index.PipFiles;
import org.specimen.net.Connection;
import org.specimen.net.IndexRelay;
import org.specimen.net.Logins;
import org.specimen.net.Patience;
import org.specimen.net.Proxies;
import org.specimen.net.Trust;
import org.specimen.net.WebAddress;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.Trouble;

/**
 * How the steps of a build reach the package index and the web. Nothing that stays is secret: arguments of a build stay in the
 * history of the image (Dockerfile reference, "ARG"), but for the proxies, which Docker leaves out. Where the index needs
 * a login or certificates, or a proxy needs a login, the index is asked by a relay on this computer, and the steps ask
 * that; its key is in the address of a proxy. Certificates get into no stage of the image.
 *
 * @param network of the steps; empty for the engine's usual one
 */
record BuildNetwork(Optional<String> network, Map<String, String> arguments, Optional<IndexRelay> relay)
        implements AutoCloseable {

    private static final String HOST = "host";

    /** How this computer is called within the virtual machines of Docker Desktop, Colima and Rancher Desktop. */
    private static final String OUTSIDE = "host.docker.internal";

    private static final String HERE = "127.0.0.1";
    private static final List<String> HTTP_PROXY = List.of("http_proxy", "HTTP_PROXY");
    private static final List<String> NO_PROXY = List.of("no_proxy", "NO_PROXY");
    private static final List<String> PROXIES = Stream.of(
                    HTTP_PROXY, NO_PROXY, List.of("https_proxy", "HTTPS_PROXY", "ftp_proxy"))
            .flatMap(List::stream)
            .toList();

    BuildNetwork {
        arguments = Map.copyOf(arguments);
    }

    /**
     * Makes the way ready.
     *
     * @param computer what this computer knows of the web
     */
    static BuildNetwork open(MakeRequest request, Engine engine, Info info, Computer computer) {
        Map<String, String> arguments = new TreeMap<>();
        boolean native_ = engine.isLocal() && Person.isOnThisSystem(info);
        boolean needsHost = addProxies(computer.environment(), arguments);
        boolean isReached = isReached(engine, info);
        // Where it is in doubt whether the steps reach this computer, they ask PyPI themselves.
        Optional<IndexRelay> relay =
                isReached || request.indexUrl().isPresent() ? relay(request, computer) : Optional.empty();
        if (relay.isPresent()) {
            needsHost = true;
            addRelay(relay.get(), native_ ? HERE : OUTSIDE, arguments);
        } else if (request.indexUrl().isPresent()) {
            needsHost |= addIndex(request.indexUrl().get(), native_, arguments);
        }
        return new BuildNetwork(needsHost && native_ ? Optional.of(HOST) : Optional.empty(), arguments, relay);
    }

    /**
     * Why the steps of a build could not ask the index that is named, known before it begins: it, or the relay that it
     * needs, listens on this computer's loopback, and the engine has another one.
     */
    static Optional<Trouble> obstacle(MakeRequest request, Engine engine, Info info, Computer computer) {
        Optional<URI> index = request.indexUrl();
        if (index.isEmpty() || isReached(engine, info)) {
            return Optional.empty();
        }
        String shown = WebAddress.withoutLogin(index.get()).toString();
        if (isLoopback(index.get().getHost())) {
            return Optional.of(Texts.trouble("network.index-here", shown, engine.name()));
        }
        return needsLogin(index.get(), computer) || hidesServers(request, index.get(), computer)
                ? Optional.of(Texts.trouble("network.relay-here", shown, engine.name()))
                : Optional.empty();
    }

    /** Whether the steps reach what listens on this computer's loopback. A rootless engine has a network of its own. */
    private static boolean isReached(Engine engine, Info info) {
        boolean isNative = engine.isLocal() && Person.isOnThisSystem(info);
        return engine.isOnThisComputer() && !(isNative && Person.isRootless(info));
    }

    private static boolean needsLogin(URI index, Computer computer) {
        return index.getRawUserInfo() != null
                || computer.netrc().find(String.valueOf(index.getHost()), true).isPresent();
    }

    /** Whether the steps could not ask its servers: for lack of a certificate, or of the login of a proxy. */
    private static boolean hidesServers(MakeRequest request, URI index, Computer computer) {
        return computer.hasProxyWithLogin()
                || (!computer.certificates(request).isEmpty() && "https".equals(index.getScheme()));
    }

    /**
     * What a computer knows of the web.
     *
     * @param environment its variables, which name proxies and certificates
     * @param netrc the person's logins
     */
    record Computer(Map<String, String> environment, Proxies proxies, Netrc netrc) {

        static Computer here() {
            Path home = Path.of(System.getProperty("user.home", "."));
            return new Computer(
                    System.getenv(),
                    Proxies.ofThisComputer(),
                    new PipFiles(System.getenv(), home, PipFiles.Place.LINUX).netrc());
        }

        List<Path> certificates(MakeRequest request) {
            return request.certificates().isEmpty()
                    ? Trust.fileIn(environment).stream().toList()
                    : request.certificates();
        }

        boolean hasProxyWithLogin() {
            return PROXIES.stream().anyMatch(name -> isWithLogin(environment.getOrDefault(name, "")));
        }
    }

    /** Empty where the steps can ask the index as well. */
    private static Optional<IndexRelay> relay(MakeRequest request, Computer computer) {
        URI index = request.indexUrl().orElse(LiveIndex.PYPI);
        List<Path> certificates = computer.certificates(request);
        boolean hidesServers = hidesServers(request, index, computer);
        boolean needsLogin =
                index.getRawUserInfo() != null || (request.indexUrl().isPresent() && needsLogin(index, computer));
        if (!hidesServers && !needsLogin) {
            return Optional.empty();
        }
        return Optional.of(IndexRelay.open(
                index,
                hidesServers,
                new Connection(
                        computer.proxies(),
                        Logins.of(List.of(index), computer.netrc()),
                        certificates,
                        Patience.ORDINARY)));
    }

    /** To the steps it is the proxy for http, in the place of the one that there is, which it asks itself. */
    private static void addRelay(IndexRelay relay, String host, Map<String, String> arguments) {
        arguments.put("PIP_INDEX_URL", relay.address().toString());
        boolean isNothingProxied = NO_PROXY.stream()
                .anyMatch(name -> List.of(arguments.getOrDefault(name, "").split("[,\\s]+"))
                        .contains("*"));
        if (isNothingProxied) {
            PROXIES.forEach(arguments::remove);
        }
        // The index has an address of the loopback behind it.
        NO_PROXY.forEach(name -> arguments.computeIfPresent(
                name,
                (same, hosts) -> Stream.of(hosts.split("[,\\s]+"))
                        .filter(exempt -> !exempt.startsWith("127."))
                        .collect(Collectors.joining(","))));
        HTTP_PROXY.forEach(name -> arguments.put(name, relay.proxy(host).toString()));
    }

    /** Whether it is on this computer. */
    private static boolean addIndex(URI index, boolean isNative, Map<String, String> arguments) {
        boolean isHere = isLoopback(index.getHost());
        String seen =
                isNative || !isHere ? index.toString() : index.toString().replaceFirst("//[^/:]+", "//" + OUTSIDE);
        arguments.put("PIP_INDEX_URL", seen);
        String host = URI.create(seen).getHost();
        if ("http".equalsIgnoreCase(index.getScheme()) && !isLoopback(host)) {
            arguments.put("PIP_TRUSTED_HOST", host);
        }
        return isHere;
    }

    /** Whether one of them is on this computer. A proxy that asks for a login is not passed on. */
    private static boolean addProxies(Map<String, String> environment, Map<String, String> arguments) {
        boolean local = false;
        for (String name : PROXIES) {
            String value = environment.getOrDefault(name, "").strip();
            if (value.isEmpty() || isWithLogin(value)) {
                continue;
            }
            arguments.put(name, value);
            local |= !NO_PROXY.contains(name) && isLoopback(host(value));
        }
        return local;
    }

    private static boolean isWithLogin(String proxy) {
        return proxy.contains("@");
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

    /** What the steps asked for and were not given, a sentence each. */
    List<String> refusals() {
        return relay.map(IndexRelay::refusals).orElse(List.of());
    }

    @Override
    public void close() {
        relay.ifPresent(IndexRelay::close);
    }
}
