package org.specimen.net;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.specimen.format.Netrc;

/**
 * The logins that a person keeps in addresses and in netrc. Each goes to the server that it is for, and to no other.
 */
public final class Logins {

    public static final Logins NONE = new Logins(List.of(), Netrc.EMPTY);

    private record Known(URI address, Login login) {}

    private final List<Known> known;
    private final Netrc netrc;

    private Logins(List<Known> known, Netrc netrc) {
        this.known = known;
        this.netrc = netrc;
    }

    /**
     * Those in some addresses, and those of netrc.
     *
     * @param addresses with and without logins
     */
    public static Logins of(List<URI> addresses, Netrc netrc) {
        return new Logins(
                addresses.stream()
                        .flatMap(address -> Login.in(address).stream()
                                .map(login -> new Known(WebAddress.withoutLogin(address), login)))
                        .toList(),
                netrc);
    }

    /**
     * What to say to a server.
     *
     * @param isRedirected whether another server sent us there; then netrc's login for everybody does not hold
     */
    Optional<String> authorization(URI address, boolean isRedirected) {
        return known.stream()
                .filter(one -> WebAddress.origin(one.address()).equals(WebAddress.origin(address)))
                .max(Comparator.comparingInt(one -> commonLength(one.address(), address)))
                .map(Known::login)
                .or(() -> netrc.find(WebAddress.host(address), !isRedirected)
                        .map(entry -> new Login(entry.login(), entry.password())))
                .map(Login::basic);
    }

    /** How far two paths are the same: on one server, projects may have a login each. */
    private static int commonLength(URI one, URI other) {
        String first = String.valueOf(one.getRawPath());
        String second = String.valueOf(other.getRawPath());
        int common = 0;
        while (common < Math.min(first.length(), second.length()) && first.charAt(common) == second.charAt(common)) {
            common++;
        }
        return common;
    }
}
