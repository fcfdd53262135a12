package org.specimen.net;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.problem.OutsideFailure;

/**
 * A package index for programs that must not know its login, or cannot trust its certificate: the relay does it for them.
 * To them it is a proxy, which only those may use that know its key, and behind which the index has the same address
 * every time. The key goes where proxies are named, and so into no image: builds neither keep these variables nor tell
 * layers apart by them. It answers GET and HEAD, passes files on as they come, and ends when it is closed.
 *
 * <p>What else is asked of it by http, it asks by way of this computer's own proxies, with their logins.
 */
public final class IndexRelay implements AutoCloseable {

    private static final String USER = "specimen";
    private static final String ELSEWHERE = "/~/";
    private static final int KEY_BYTES = 24;
    private static final int BACKLOG = 100;
    private static final int REDIRECTS = 10;
    private static final int PIECE = 64 * 1024;
    private static final int LARGEST_PAGE = 64 << 20;
    private static final int BAD_GATEWAY = 502;
    private static final int NOT_FOUND = 404;
    private static final int PROXY_LOGIN = 407;
    private static final Pattern LINK = Pattern.compile("(https?)://([^/\"'<>\\s\\\\]+)/");
    private static final List<String> ASKED_ALONG =
            List.of("Accept", "Range", "If-None-Match", "If-Modified-Since", "User-Agent");
    private static final List<String> ANSWERED_ALONG =
            List.of("Content-Type", "Content-Range", "Accept-Ranges", "ETag", "Last-Modified", "Cache-Control", "Vary");

    private final URI index;
    private final boolean relaysFiles;
    private final Logins logins;
    private final Proxies proxies;
    private final HttpClient client;
    private final Patience patience;
    private final HttpServer server;
    private final String key;

    /**
     * Where the index is behind the relay. No other one is there, and since it is an address of the loopback (RFC 1122,
     * 3.2.1.3), pip trusts it without encryption.
     */
    private final String host;

    /** Other servers that a page of the index links to, by their origin: they are asked, too. */
    private final Set<String> linked = ConcurrentHashMap.newKeySet();

    private final List<String> refusals = new CopyOnWriteArrayList<>();

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "relays a package index");
        thread.setDaemon(true);
        return thread;
    });

    private IndexRelay(URI index, boolean relaysFiles, Connection connection, HttpServer server) {
        this.index = WebAddress.withoutLogin(index);
        this.relaysFiles = relaysFiles;
        this.logins = connection.logins();
        this.proxies = connection.proxies();
        this.client = connection.open();
        this.patience = connection.patience();
        this.server = server;
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = HexFormat.of().formatHex(random);
        int hash = this.index.toString().hashCode();
        this.host = "127." + octet(hash >>> 16) + "." + octet(hash >>> 8) + "." + octet(hash);
    }

    /** From 1 to 254. */
    private static int octet(int number) {
        return 1 + Math.floorMod(number & 0xff, 254);
    }

    /**
     * Begins to relay.
     *
     * @param index the address of the index; a login in it is not looked at, but those of the connection
     * @param relaysFiles whether files that lie on other servers come through the relay, too: where the programs cannot
     *     reach these, or do not trust them
     * @throws OutsideFailure if there is no port left
     */
    public static IndexRelay open(URI index, boolean relaysFiles, Connection connection) {
        IndexRelay relay = new IndexRelay(index, relaysFiles, connection, server());
        relay.server.setExecutor(relay.threads);
        relay.server.createContext("/", relay::answer);
        relay.server.start();
        return relay;
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        } catch (IOException none) {
            throw new OutsideFailure("No port of this computer is free to pass the package index on.", none);
        }
    }

    /** The address of the index behind the relay, the same every time; it holds no login. */
    public URI address() {
        String query = index.getRawQuery() == null ? "" : "?" + index.getRawQuery();
        return URI.create(own() + Optional.ofNullable(index.getRawPath()).orElse("/") + query);
    }

    private String own() {
        return "http://" + host;
    }

    /**
     * The address of the relay, for the variables that name a proxy, with its key.
     *
     * @param computer how this computer is called by those who ask
     */
    public URI proxy(String computer) {
        return URI.create("http://" + USER + ":" + key + "@" + computer + ":"
                + server.getAddress().getPort());
    }

    private boolean isAllowed(HttpExchange exchange) {
        String said = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
        return said != null
                && MessageDigest.isEqual(
                        said.getBytes(StandardCharsets.UTF_8),
                        new Login(USER, key).basic().getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"Specimen\"");
                exchange.sendResponseHeaders(PROXY_LOGIN, -1);
                return;
            }
            boolean asksOnly = List.of("GET", "HEAD").contains(exchange.getRequestMethod());
            if (!asksOnly) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Optional<Target> target = target(exchange.getRequestURI());
            if (target.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            try (InputStream body = ask(exchange, target.get())) {
                pass(exchange, body, target.get());
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * What is asked for.
     *
     * @param isOurs whether it belongs to the index, so that logins and links are looked after
     */
    private record Target(URI address, boolean isOurs) {}

    /** Empty where nobody linked to it. */
    private Optional<Target> target(URI asked) {
        String wanted = asked.getHost();
        String path = asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
        if (wanted != null && !wanted.equals(host)) {
            return "http".equalsIgnoreCase(asked.getScheme())
                    ? Optional.of(new Target(asked, false))
                    : Optional.empty();
        }
        if (!path.startsWith(ELSEWHERE)) {
            return Optional.of(new Target(URI.create(WebAddress.origin(index) + path), true));
        }
        String rest = path.substring(ELSEWHERE.length()).replaceFirst("/", "://");
        int end = rest.indexOf('/', rest.indexOf("://") + "://".length());
        if (end < 0) {
            return Optional.empty();
        }
        // pip writes the colon before a port as %3A.
        String origin = URLDecoder.decode(rest.substring(0, end).replace("+", "%2B"), StandardCharsets.UTF_8);
        return linked.contains(origin)
                ? Optional.of(new Target(URI.create(origin + rest.substring(end)), true))
                : Optional.empty();
    }

    /** What was answered last is kept with the exchange, since a body alone does not tell. */
    private InputStream ask(HttpExchange exchange, Target target) throws IOException, InterruptedException {
        try {
            HttpResponse<InputStream> response = follow(exchange, target);
            exchange.setAttribute("answer", response);
            return response.body();
        } catch (IOException unreachable) {
            return InputStream.nullInputStream();
        }
    }

    /** Redirects are followed here: a login goes to the server that it is for, and to no other. */
    private HttpResponse<InputStream> follow(HttpExchange exchange, Target target)
            throws IOException, InterruptedException {
        URI address = target.address();
        for (int redirects = 0; ; redirects++) {
            HttpResponse<InputStream> response = client.send(
                    request(exchange, address, target.isOurs(), redirects > 0),
                    HttpResponse.BodyHandlers.ofInputStream());
            Optional<String> location = response.headers().firstValue("Location");
            boolean leads = response.statusCode() / 100 == 3 && response.statusCode() != 304 && location.isPresent();
            if (!leads || !target.isOurs() || redirects == REDIRECTS) {
                return response;
            }
            response.body().close();
            address = address.resolve(WebAddress.parse(location.get()));
        }
    }

    private HttpRequest request(HttpExchange exchange, URI address, boolean isOurs, boolean redirected) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience.answering())
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.noBody());
        for (String name : ASKED_ALONG) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        if (isOurs) {
            logins.authorization(address, redirected).ifPresent(login -> request.header("Authorization", login));
        }
        proxies.authorization(address).ifPresent(login -> request.header("Proxy-Authorization", login));
        return request.build();
    }

    @SuppressWarnings("unchecked") // It was put there by ask.
    private void pass(HttpExchange exchange, InputStream body, Target target) throws IOException {
        HttpResponse<InputStream> answer = (HttpResponse<InputStream>) exchange.getAttribute("answer");
        if (answer == null) {
            exchange.sendResponseHeaders(BAD_GATEWAY, -1);
            return;
        }
        ANSWERED_ALONG.forEach(name -> answer.headers()
                .firstValue(name)
                .ifPresent(value -> exchange.getResponseHeaders().set(name, value)));
        if (exchange.getRequestMethod().equals("HEAD")) {
            answer.headers()
                    .firstValue("Content-Length")
                    .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
            exchange.sendResponseHeaders(answer.statusCode(), -1);
        } else if (target.isOurs() && isPage(answer)) {
            byte[] read = body.readNBytes(LARGEST_PAGE + 1);
            if (read.length > LARGEST_PAGE) {
                refuse(exchange, target.address());
                return;
            }
            byte[] page = rewritten(read, answer.uri(), target.address());
            exchange.sendResponseHeaders(answer.statusCode(), page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        } else {
            long length = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            exchange.sendResponseHeaders(answer.statusCode(), length);
            OutputStream out = exchange.getResponseBody();
            byte[] piece = new byte[PIECE];
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                out.write(piece, 0, count);
            }
        }
    }

    /** A page that is cut would hide releases. */
    private void refuse(HttpExchange exchange, URI address) throws IOException {
        String why = "The page " + WebAddress.withoutLogin(address) + " of the package index is larger than "
                + (LARGEST_PAGE >> 20) + " MB, and is not passed on.";
        refusals.add(why);
        byte[] text = why.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(BAD_GATEWAY, text.length);
        exchange.getResponseBody().write(text);
    }

    /** What it did not pass on and why, a sentence each: programs that ask it seldom say more than a number. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    private static boolean isPage(HttpResponse<?> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/html") || type.contains("json");
    }

    /**
     * Links to files of the same server lead here, too, and those to other servers where they have to.
     *
     * @param from where the page came from
     * @param asked where whoever asks takes it to be
     */
    private byte[] rewritten(byte[] page, URI from, URI asked) {
        String text = new String(page, StandardCharsets.UTF_8);
        boolean isWhereItSeems = from.equals(asked) && WebAddress.origin(from).equals(WebAddress.origin(index));
        String whole = isWhereItSeems ? text : RelativeLinks.absolute(text, from);
        return LINK.matcher(whole)
                .replaceAll(link -> Matcher.quoteReplacement(here(link.group(1), link.group(2))
                        .map(here -> here + "/")
                        .orElse(link.group())))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Where a server is found behind the relay; empty where it is asked without it. */
    private Optional<String> here(String scheme, String authority) {
        String origin = scheme + "://" + authority;
        if (origin.equalsIgnoreCase(index.getScheme() + "://" + index.getRawAuthority())
                || origin.equals(WebAddress.origin(index))) {
            return Optional.of(own());
        }
        if (!relaysFiles || authority.contains("@")) {
            return Optional.empty();
        }
        linked.add(origin);
        return Optional.of(own() + ELSEWHERE + scheme + "/" + authority);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
