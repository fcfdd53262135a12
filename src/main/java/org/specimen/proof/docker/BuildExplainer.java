package org.specimen.proof.docker;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.specimen.proof.Trouble;

/**
 * What is behind the errors of a build: what pip, conda, apt, the compiler, the registry and the engine write, and what
 * it means for the person. The first row that fits decides, so what is special stands before what is general.
 */
final class BuildExplainer {

    private record Row(String key, Pattern sign) {}

    /** What another day may not be: for these the project is not to blame. */
    private static final Set<String> OUTSIDE = Set.of("disk-full", "rate-limit", "network", "certificate");

    private static final List<Row> ROWS = List.of(
            row("disk-full", "no space left on device|disk quota exceeded|not enough free space"),
            row(
                    "rate-limit",
                    "toomanyrequests|you have reached your (?:unauthenticated )?pull rate limit|429 too many requests"),
            row(
                    "hash",
                    "do not match the hashes from the requirements file|sha256 mismatch|hashes are required in --require-hashes"),
            row(
                    "killed",
                    "returned a non-zero code: 137|\\bout of memory\\b|cannot allocate memory|memoryerror|fatal signal killed"),
            row(
                    "architecture",
                    "exec format error|no matching manifest for (\\S+)|does not match the (?:specified|detected) (?:host )?platform"),
            row("image-unknown", "manifest for (\\S+) not found|manifest unknown|pull access denied for (\\S+),"),
            row(
                    "login",
                    "unauthorized: |authentication required|401 client error|401 error, credentials not correct|error: http error 401|403 client error|error: http error 403"),
            row("certificate", "certificate[_ ]verify[_ ]failed|x509: |ssl certificate problem"),
            // pip tries five times, and what it says in the end is that there is no such package.
            row("network", "retry\\(total=0,"),
            row("no-wheel", "no matching distribution found for ([^\\s(]+)"),
            row("apt-missing", "e: unable to locate package (\\S+)|e: package '([^']+)' has no installation candidate"),
            row("apt-version", "e: version '[^']*' for '([^']+)' was not found"),
            row(
                    "conda-missing",
                    "(?:nothing provides(?: requested)?|the following packages? (?:are|is) missing)[^\\w]*(\\S+)"),
            row(
                    "compiler",
                    "(?:command|program) '?(?:gcc|g\\+\\+|cc|x86_64-linux-gnu-gcc|aarch64-linux-gnu-gcc)'? (?:failed: no such file|not found)|error: command '?(?:gcc|cc|g\\+\\+)'? failed: no such file|unable to find (?:a )?(?:c|c\\+\\+|fortran)? ?compiler|unknown compiler\\(s\\)|no cmake_c_compiler could be found"),
            row("header", "fatal error: ([\\w./+-]+\\.h): no such file"),
            row(
                    "wheel-build",
                    "failed building wheel for (\\S+)|failed to build installable wheels|could not build wheels for (\\S+)|metadata-generation-failed|subprocess-exited-with-error"),
            row(
                    "network",
                    "temporary failure (?:in name resolution|resolving)|could not resolve (?:host|'[^']+')|name or service not known|no such host|network is unreachable|connection refused|connection timed out|read timed out|i/o timeout|tls handshake timeout|max retries exceeded|newconnectionerror|failed to establish a new connection|proxyerror"),
            row("python", "requires a different python: (\\S+)"),
            row(
                    "copy",
                    "(?:copy|add) failed: .*?([\\w./-]+)\"?: (?:no such file|not found)|copy failed: file not found in build context or excluded by \\.dockerignore: stat ([^:]+)"),
            row("not-executable", "returned a non-zero code: 126"),
            row("not-found", "returned a non-zero code: 127"));

    private BuildExplainer() {}

    private static Row row(String key, String sign) {
        return new Row(key, Pattern.compile(sign, Pattern.CASE_INSENSITIVE));
    }

    /** What the last lines of a build, and the engine's last word, are about; empty where nobody knows. */
    static Optional<Trouble> explain(String said) {
        for (Row row : ROWS) {
            Matcher sign = row.sign().matcher(said);
            if (sign.find()) {
                Trouble trouble = Texts.trouble("build." + row.key(), subject(sign));
                return Optional.of(OUTSIDE.contains(row.key()) ? trouble.outside() : trouble);
            }
        }
        return Optional.empty();
    }

    private static String subject(Matcher sign) {
        return IntStream.rangeClosed(1, sign.groupCount())
                .mapToObj(sign::group)
                .filter(group -> group != null)
                .findFirst()
                .orElse("");
    }
}
