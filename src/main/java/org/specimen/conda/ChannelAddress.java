package org.specimen.conda;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a channel's name or address: {@code scheme://user@host/t/token/name/platform/file}.
 *
 * @param subdir the platform in it
 * @param fileName the package file at its end
 */
record ChannelAddress(Channel channel, Optional<String> subdir, Optional<String> fileName) {

    private static final int MAX_LENGTH = 4000;

    /** What {@code defaults} stands for, under its short names. */
    private static final Set<String> PARTS_OF_DEFAULTS = Set.of("pkgs/main", "pkgs/r", "pkgs/msys2");

    /** @throws IllegalArgumentException if it is neither a name nor an absolute address */
    static ChannelAddress parse(String text) {
        String channel = text.strip();
        if (channel.length() > MAX_LENGTH || channel.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a channel: " + Excerpt.of(withoutSecrets(channel)));
        }
        if (hasScheme(channel)) {
            return parseUrl(channel);
        }
        if (isAbsolutePath(channel)) {
            return parseUrl(pathToUrl(channel));
        }
        return parseName(channel);
    }

    static boolean hasScheme(String text) {
        int colon = text.indexOf("://");
        return colon > 1
                && text.chars().limit(colon).allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '+'));
    }

    /** A path from the root of a Unix system or of a Windows drive. */
    static boolean isAbsolutePath(String text) {
        return text.startsWith("/")
                || (text.length() > 2
                        && text.charAt(1) == ':'
                        && (text.charAt(2) == '\\' || text.charAt(2) == '/')
                        && Character.isLetter(text.charAt(0)));
    }

    static String pathToUrl(String path) {
        return path.startsWith("/") ? "file://" + path : "file:///" + path.replace('\\', '/');
    }

    private static ChannelAddress parseName(String text) {
        List<String> segments = segments(text);
        Optional<String> subdir = takeSubdir(segments);
        String name = String.join("/", segments);
        if (segments.isEmpty()
                || segments.get(0).startsWith(".")
                || name.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && "/._-+!%".indexOf(c) < 0)) {
            throw new IllegalArgumentException(
                    "not a channel: " + Excerpt.of(text)
                            + "; a channel is a name like conda-forge, an address with https://, or file:// and an absolute path");
        }
        return new ChannelAddress(named(name), subdir, Optional.empty());
    }

    private static Channel named(String name) {
        if (name.equals(Channel.DEFAULTS_NAME)) {
            return Channel.DEFAULTS;
        }
        if (name.equals(Channel.NO_DEFAULTS.name())) {
            return Channel.NO_DEFAULTS;
        }
        if (PARTS_OF_DEFAULTS.contains(name) || name.equals("pkgs/pro")) {
            String canonical = PARTS_OF_DEFAULTS.contains(name) ? Channel.DEFAULTS_NAME : name;
            return new Channel(name, canonical, List.of(Channel.ANACONDA_HOST + "/" + name), "", "");
        }
        return Channel.publicChannel(name);
    }

    private static ChannelAddress parseUrl(String url) {
        int afterScheme = url.indexOf("://") + 3;
        String scheme = url.substring(0, afterScheme).toLowerCase(Locale.ROOT);
        int hostEnd = url.indexOf('/', afterScheme);
        String authority = hostEnd < 0 ? url.substring(afterScheme) : url.substring(afterScheme, hostEnd);
        int at = authority.lastIndexOf('@');
        String credentials = at < 0 ? "" : authority.substring(0, at);
        String host = authority.substring(at + 1).toLowerCase(Locale.ROOT);
        boolean isFile = scheme.equals("file://");
        if (host.isEmpty() != isFile && !(isFile && host.equals("localhost"))) {
            throw new IllegalArgumentException("not a channel: " + Excerpt.of(withoutSecrets(url))
                    + (isFile ? "; file:// takes an absolute path" : "; a host is missing"));
        }
        List<String> segments = segments(hostEnd < 0 ? "" : url.substring(hostEnd));
        String token = takeToken(segments);
        Optional<String> subdir = takeSubdir(segments);
        Optional<String> fileName = Optional.empty();
        if (!segments.isEmpty() && PackageFileName.hasExtension(segments.get(segments.size() - 1))) {
            fileName = Optional.of(percentDecode(segments.remove(segments.size() - 1)));
        }
        String path = percentDecode(String.join("/", segments));
        String base = scheme + (isFile ? "" : host) + (path.isEmpty() ? isFile ? "/" : "" : "/" + path);

        String name;
        String canonical = base;
        if (base.startsWith(Channel.PUBLIC_HOST.substring(Channel.PUBLIC_HOST.indexOf("://")), scheme.length() - 3)
                && !path.isEmpty()) {
            name = path;
            canonical = path;
            base = Channel.PUBLIC_HOST + "/" + path;
        } else if (isFile) {
            name = path.substring(path.lastIndexOf('/') + 1);
        } else {
            // Anaconda's server for organisations has its channels under /conda.
            name = path.startsWith("conda/") ? path.substring("conda/".length()) : path;
            if (base.equals(Channel.ANACONDA_HOST + "/" + path) && PARTS_OF_DEFAULTS.contains(path)) {
                canonical = Channel.DEFAULTS_NAME;
            }
        }
        return new ChannelAddress(new Channel(name, canonical, List.of(base), credentials, token), subdir, fileName);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                segments.add(path.substring(start, end));
            }
            start = end + 1;
        }
        return segments;
    }

    private static String takeToken(List<String> segments) {
        int t = segments.indexOf("t");
        if (t < 0 || t + 1 >= segments.size()) {
            return "";
        }
        segments.remove(t);
        return segments.remove(t);
    }

    private static Optional<String> takeSubdir(List<String> segments) {
        for (int i = 1; i < segments.size(); i++) {
            Optional<Platform> platform = Platform.tryOf(segments.get(i).toLowerCase(Locale.ROOT));
            if (platform.isPresent()) {
                segments.remove(i);
                return platform.map(Platform::subdir);
            }
        }
        return Optional.empty();
    }

    /** The text with every address in it as it may be shown: without user, password and token. */
    static String withoutSecrets(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int position = 0;
        int scheme = text.indexOf("://");
        while (scheme >= 0) {
            int authority = scheme + 3;
            int hostEnd = endOfSegment(text, authority);
            int at = text.lastIndexOf('@', hostEnd);
            shown.append(text, position, authority).append(text, at < authority ? authority : at + 1, hostEnd);
            position = hostEnd;
            int token = text.indexOf("/t/", hostEnd);
            int next = text.indexOf("://", hostEnd);
            if (token >= 0 && (next < 0 || token < next)) {
                shown.append(text, position, token);
                position = endOfSegment(text, token + 3);
            }
            scheme = next;
        }
        return shown.append(text, position, text.length()).toString();
    }

    private static int endOfSegment(String text, int start) {
        int end = start;
        while (end < text.length() && "/ ,]'\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** {@code %21} as {@code !}; what is not a complete escape stays. */
    static String percentDecode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
            int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
            if (source[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(source[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
