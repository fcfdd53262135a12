package org.specimen.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.BadInput;

/** Whose certificates are trusted: those that Java trusts, and those that an institution adds in a file. */
public final class Trust {

    /** The variables by which pip, requests and OpenSSL are told of a file. */
    private static final List<String> VARIABLES =
            List.of("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE");

    private Trust() {}

    /** The file with more certificates that an environment names, if it is there. */
    public static Optional<Path> fileIn(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(environment::get)
                .flatMap(Stream::ofNullable)
                .filter(value -> !value.isBlank())
                .flatMap(value -> path(value).stream())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** @throws BadInput if one of the files cannot be read as certificates */
    static SSLContext with(List<Path> files) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager usual) {
                    for (Certificate issuer : usual.getAcceptedIssuers()) {
                        trusted.setCertificateEntry("usual" + number++, issuer);
                    }
                }
            }
            for (Path file : files) {
                for (Certificate added : certificates(file)) {
                    trusted.setCertificateEntry("added" + number++, added);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(trusted), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new BadInput(
                    "The certificates in "
                            + files.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + " cannot be read. Check the file that PIP_CERT, REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE or"
                            + " SSL_CERT_FILE names.",
                    unusable);
        }
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws IOException, GeneralSecurityException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
