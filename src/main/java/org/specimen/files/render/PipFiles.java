package org.specimen.files.render;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.catalogue.TorchBuild;
import org.specimen.files.FileRole;
import org.specimen.format.RequirementsWriter;
import org.specimen.format.RequirementsWriter.Line;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.resolve.Lockfile.PipPackage;

/** requirements.in, requirements.txt, and the file of what comes from elsewhere than an index. */
final class PipFiles {

    private static final Pattern LOGIN = Pattern.compile("^([a-z0-9+.-]*https?://)[^/@]*@", Pattern.CASE_INSENSITIVE);

    private PipFiles() {}

    /** What the project itself asks for, each with its why. */
    static String direct(RenderRequest request) {
        String header = Texts.get("requirements-in.header", request.name(FileRole.REQUIREMENTS));
        return RequirementsWriter.write(
                header,
                indexes(request),
                sorted(request)
                        .filter(PipPackage::direct)
                        .map(pin -> new Line(pinned(pin), request.why(pin.name()), List.of(), List.of()))
                        .toList());
    }

    /** Everything that pip installs. */
    static String closure(RenderRequest request) {
        String options = request.hasHashes() ? "--require-hashes -r " : "-r ";
        String header = Texts.get(
                request.venvOnTop() ? "requirements.header.venv-on-top" : "requirements.header",
                request.lock().python(),
                request.platforms().stream().map(TargetPlatform::label).collect(Collectors.joining(", ")),
                options + request.name(FileRole.REQUIREMENTS),
                request.name(FileRole.GUIDE));
        return RequirementsWriter.write(
                indexes(request).isEmpty() ? header : header + "\n" + Texts.get("requirements.header.torch"),
                indexes(request),
                sorted(request)
                        .map(pin -> new Line(
                                pinned(pin),
                                request.venvOnTop() ? request.why(pin.name()) : "",
                                request.hasHashes() ? pin.hashes() : List.of(),
                                via(request, pin)))
                        .toList());
    }

    /** Where pip finds what is not on the usual index. */
    private static List<String> indexes(RenderRequest request) {
        boolean hasTorch = request.lock().pip().stream().anyMatch(pin -> TorchBuild.concerns(pin.name()));
        return request
                .plan()
                .options()
                .torch()
                .filter(build -> hasTorch && !request.stack().usesConda())
                .map(build -> "--extra-index-url " + withoutSlash(build.index()))
                .stream()
                .toList();
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceFirst("/$", "");
    }

    /** What pip installs from addresses and paths, apart: it has no hashes, and its dependencies are all in the lock. */
    static String references(RenderRequest request) {
        String header = Texts.get("references.header", request.name(FileRole.REFERENCES));
        return RequirementsWriter.write(
                header,
                request.lock().references().stream()
                        .sorted(Comparator.comparing(Requirement::name).thenComparing(Requirement::toString))
                        .map(PipFiles::withoutLogin)
                        .map(reference -> new Line(reference, request.why(reference.name()), List.of(), List.of()))
                        .toList());
    }

    /** The pin as pip reads it: {@code name[extra]==1.2.3; marker}. */
    static Requirement pinned(PipPackage pin) {
        return new Requirement(
                pin.name(),
                new LinkedHashSet<>(pin.extras()),
                SpecifierSet.exactly(pin.version()),
                Optional.empty(),
                pin.marker());
    }

    /** The pins as words of a command. */
    static List<String> words(RenderRequest request) {
        return sorted(request).map(pin -> pinned(pin).toString()).toList();
    }

    private static Stream<PipPackage> sorted(RenderRequest request) {
        return request.lock().pip().stream()
                .sorted(Comparator.comparing(PipPackage::name)
                        .thenComparing(PipPackage::version)
                        .thenComparing(pin -> pin.marker().map(Object::toString).orElse("")));
    }

    private static List<String> via(RenderRequest request, PipPackage pin) {
        List<String> via = new ArrayList<>();
        pin.via().stream().sorted().forEach(name -> via.add(name.toString()));
        if (pin.direct() && !request.venvOnTop()) {
            via.add("-r " + request.name(FileRole.REQUIREMENTS_IN));
        }
        return via;
    }

    /** A login that stands in a web address is a secret, which belongs to git's own store and into no file. */
    static String withoutLogin(String url) {
        return LOGIN.matcher(url).replaceFirst("$1");
    }

    private static Requirement withoutLogin(Requirement reference) {
        return new Requirement(
                reference.name(),
                reference.extras(),
                reference.specifiers(),
                reference.url().map(PipFiles::withoutLogin),
                reference.marker());
    }
}
