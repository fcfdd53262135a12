package org.specimen.conda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields of a {@link MatchSpec} while it is being read; a later value of a field replaces an earlier one. */
final class MatchSpecFields {

    private final StringMatch name;
    private VersionSpec version = VersionSpec.any();
    private StringMatch build = StringMatch.any();
    private Optional<ChannelMatch> channel = Optional.empty();
    private Optional<String> subdir = Optional.empty();
    private Optional<BuildNumberSpec> buildNumber = Optional.empty();
    private Optional<List<String>> trackFeatures = Optional.empty();
    private Optional<List<String>> features = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<String> md5 = Optional.empty();
    private Optional<String> sha256 = Optional.empty();
    private Optional<String> fileName = Optional.empty();
    private Optional<StringMatch> license = Optional.empty();
    private Optional<StringMatch> licenseFamily = Optional.empty();
    private Optional<String> when = Optional.empty();
    private List<String> extras = List.of();
    private List<String> flags = List.of();

    MatchSpecFields(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringMatch match = StringMatch.parse(lower);
        this.name = match instanceof StringMatch.Exact
                ? new StringMatch.Exact(CondaName.of(lower).value())
                : match;
    }

    /** A package file: in a channel's folder it tells all fields, elsewhere its address counts alone. */
    static MatchSpec ofPackageFile(String text) {
        String url = ChannelAddress.hasScheme(text) ? text : ChannelAddress.pathToUrl(requireAbsolute(text));
        ChannelAddress address = ChannelAddress.parse(url);
        if (address.subdir().isEmpty() || address.fileName().isEmpty()) {
            MatchSpecFields fields = new MatchSpecFields("*");
            fields.url = Optional.of(ChannelAddress.withoutSecrets(url));
            return fields.toSpec();
        }
        PackageFileName file = PackageFileName.parse(address.fileName().get());
        MatchSpecFields fields = new MatchSpecFields(file.name().value());
        fields.version = new VersionSpec.Relation(
                Comparison.EQUAL, file.version(), file.version().toString());
        fields.build = new StringMatch.Exact(file.build());
        fields.channel = Optional.of(ChannelMatch.ofPackageFile(address.channel()));
        fields.subdir = address.subdir();
        fields.url = Optional.of(ChannelAddress.withoutSecrets(url));
        return fields.toSpec();
    }

    private static String requireAbsolute(String path) {
        if (!ChannelAddress.isAbsolutePath(path)) {
            throw new IllegalArgumentException("a package file needs an address or an absolute path");
        }
        return path;
    }

    void setChannel(String text) {
        int slash = text.lastIndexOf('/');
        // A pattern has no address to look for a platform in.
        if (text.indexOf('*') >= 0) {
            boolean hasSubdir =
                    slash > 0 && Platform.tryOf(text.substring(slash + 1)).isPresent();
            channel = Optional.of(ChannelMatch.parse(hasSubdir ? text.substring(0, slash) : text));
            subdir = hasSubdir ? Optional.of(text.substring(slash + 1)) : subdir;
            return;
        }
        channel = Optional.of(ChannelMatch.parse(text));
        if (!text.startsWith("^")) {
            ChannelAddress.parse(text).subdir().ifPresent(found -> subdir = Optional.of(found));
        }
    }

    /**
     * A version before the brackets or in them: {@code =1.7} is a prefix, but {@code =1.7=build} is exact; a version after
     * {@code ==} may be any term.
     */
    void setVersion(String text, boolean hasBuild) {
        String spec = text.strip();
        String bare = spec.startsWith("=") ? spec.substring(1).strip() : spec;
        boolean isSimple = bare.chars().noneMatch(c -> "=,|".indexOf(c) >= 0);
        if (spec.startsWith("==") && !spec.startsWith("===")) {
            version = VersionSpec.parse(spec.length() > 2 ? spec.substring(2) : spec);
        } else if (spec.startsWith("=") && spec.length() > 1 && isSimple) {
            version = VersionSpec.parse(hasBuild || bare.endsWith("*") ? bare : bare + "*");
        } else {
            version = VersionSpec.parse(spec);
        }
    }

    void setBuild(String text) {
        build = StringMatch.parse(text);
    }

    /** @throws IllegalArgumentException if a key is not a field, or its value not one of it */
    void putAll(Map<String, String> values) {
        values.forEach(this::put);
    }

    private void put(String key, String value) {
        switch (key) {
            case "name" -> {} // What stands before the brackets is what a person sees: conda lets it win.
            case "version" -> setVersion(value, false);
            case "build", "build_string" -> setBuild(value);
            case "build_number" ->
                buildNumber = value.equals("*") ? Optional.empty() : Optional.of(BuildNumberSpec.parse(value));
            case "channel" -> setChannel(value);
            case "subdir" -> subdir = Optional.of(value);
            case "track_features" -> trackFeatures = Optional.of(words(value));
            case "features" -> features = Optional.of(words(value));
            case "url" -> url = Optional.of(ChannelAddress.withoutSecrets(value));
            case "md5" -> md5 = Optional.of(requireHexadecimal(value));
            case "sha256" -> sha256 = Optional.of(requireHexadecimal(value));
            case "fn" -> fileName = Optional.of(value);
            case "license" -> license = Optional.of(StringMatch.parse(value.toLowerCase(Locale.ROOT)));
            case "license_family" -> licenseFamily = Optional.of(StringMatch.parse(value.toLowerCase(Locale.ROOT)));
            case "when" -> when = Optional.of(MatchCondition.require(value));
            case "extras" -> extras = MatchSpecBrackets.list(value);
            case "flags" -> flags = MatchSpecBrackets.list(value);
            default -> throw new IllegalArgumentException("there is no field " + Excerpt.of(key));
        }
    }

    private static String requireHexadecimal(String digest) {
        if (!digest.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException("not a hexadecimal digest: " + Excerpt.of(digest));
        }
        return digest;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.replace(',', ' ').split(" ", -1)) {
            if (!word.isBlank()) {
                words.add(word);
            }
        }
        return words;
    }

    MatchSpec toSpec() {
        MatchDetails details = new MatchDetails(
                buildNumber,
                trackFeatures,
                features,
                url,
                md5,
                sha256,
                fileName,
                license,
                licenseFamily,
                when,
                extras,
                flags);
        return new MatchSpec(
                name, version, build, channel, subdir, details.equals(MatchDetails.NONE) ? MatchDetails.NONE : details);
    }
}
