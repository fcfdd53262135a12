package org.specimen.proof.docker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.specimen.format.DockerfileText;
import org.specimen.format.ImageReference;
import org.specimen.problem.BadInput;
import org.specimen.proof.RegistryMirror;

/**
 * The images that the stages of a Dockerfile begin with, from Docker Hub or from a mirror of it. What a mirror gave gets
 * the name that the Dockerfile asks for. An engine gives no name with a digest in it, so that in the Dockerfile that is
 * sent to it such a one stands with the mirror's name; the file in the project stays as it is.
 *
 * @param text of the Dockerfile
 */
record BaseImages(String text, Optional<RegistryMirror> mirror) {

    private static final String EMPTY = "scratch";
    private static final Pattern STAGE = Pattern.compile("(?im)^\\s*FROM\\s.*\\sAS\\s+(\\S+)\\s*$");
    private static final Pattern FROM = Pattern.compile("(?i)(\\s*FROM\\s+(?:--\\S+\\s+)*)(\\S+)");

    /** The images as the Dockerfile names them, the last stage's last. */
    List<String> names() {
        List<String> names = DockerfileText.parse(text).images().stream()
                .map(DockerfileText.Image::name)
                .toList();
        if (names.isEmpty()) {
            throw new BadInput(Texts.trouble("file.no-base").text());
        }
        return names;
    }

    /** Those of them that are fetched from a registry. */
    List<String> fetched() {
        Set<String> stages = new HashSet<>(Set.of(EMPTY));
        STAGE.matcher(text).results().forEach(stage -> stages.add(stage.group(1)));
        return names().stream()
                .filter(name -> !stages.contains(name))
                .distinct()
                .toList();
    }

    /**
     * Fetches those that are not here.
     *
     * @param platform as in {@code linux/amd64}, where it must not be the engine's own
     * @return the names of those that were fetched
     */
    List<String> fetch(BaseImagePull pulling, Optional<String> platform) throws InterruptedException {
        List<String> pulled = new ArrayList<>();
        for (String base : fetched()) {
            pulling.progress().checkCancelled();
            if (fetch(base, pulling, platform)) {
                pulled.add(base);
            }
        }
        return pulled;
    }

    private boolean fetch(String base, BaseImagePull pulling, Optional<String> platform) throws InterruptedException {
        Optional<ImageReference> mirrored = mirrored(base);
        if (mirrored.isEmpty() || pulling.find(base).isPresent()) {
            return pulling.ensure(base, platform);
        }
        String there = BaseImagePull.withTag(mirrored.get().toString());
        boolean pulled = pulling.ensure(there, platform);
        if (mirrored.get().digest().isEmpty()) {
            ImageReference name = ImageReference.parse(base).orElseThrow();
            pulling.engine()
                    .ask(client -> client.tagImageCmd(
                                    there, name.repository(), name.tag().orElse("latest"))
                            .exec());
        }
        return pulled;
    }

    private Optional<ImageReference> mirrored(String base) {
        return mirror.flatMap(one -> one.through(base));
    }

    /** The Dockerfile that is sent in place of the project's; empty where that one will do. */
    Optional<byte[]> sent(BaseImagePull pulling) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        Map<Integer, String> replaced = new HashMap<>();
        for (DockerfileText.Image image : DockerfileText.parse(text).images()) {
            mirrored(image.name())
                    .filter(there -> there.digest().isPresent())
                    .filter(there -> pulling.find(image.name()).isEmpty())
                    .ifPresent(there -> replaced.put(image.line() - 1, there.toString()));
        }
        replaced.forEach((line, name) -> lines.set(
                line,
                FROM.matcher(lines.get(line)).replaceFirst(from -> Matcher.quoteReplacement(from.group(1) + name))));
        return replaced.isEmpty()
                ? Optional.empty()
                : Optional.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The digest under which the registry of an image knows it: of all its platforms, where it has several. */
    Optional<String> digest(String base, BaseImagePull pulling) {
        Optional<ImageReference> name = ImageReference.parse(base);
        return name.flatMap(ImageReference::digest)
                .or(() -> name.stream()
                        .flatMap(own -> Stream.concat(Stream.of(own), mirrored(base).stream()))
                        .flatMap(own -> digests(own, base, pulling).stream())
                        .findFirst());
    }

    private static List<String> digests(ImageReference repository, String name, BaseImagePull pulling) {
        return pulling.find(name).stream()
                .flatMap(image -> Objects.requireNonNullElse(image.getRepoDigests(), List.<String>of()).stream())
                .filter(digest -> digest.startsWith(repository.repository() + "@"))
                .map(digest -> digest.substring(digest.indexOf('@') + 1))
                .toList();
    }
}
