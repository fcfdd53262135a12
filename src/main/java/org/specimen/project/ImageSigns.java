package org.specimen.project;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** What the name and the tag of a well-known image tell of what is in it. */
final class ImageSigns {

    private static final Pattern PYTHON = Pattern.compile("(?:^|-)(?:python-?)?(3\\.\\d{1,2}(?:\\.\\d{1,3})?)(?=-|$)");

    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+(?:\\.\\d+)?)(?=-|$).*");

    private ImageSigns() {}

    /** @param image as in {@code registry/project/name:tag@digest} */
    static void read(String image, SpecText spec, int line) {
        String reference = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = reference.lastIndexOf(':');
        boolean tagged = colon > reference.lastIndexOf('/');
        String path = tagged ? reference.substring(0, colon) : reference;
        String tag = tagged ? reference.substring(colon + 1) : "";
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.equals("python") || name.startsWith("python-") || name.endsWith("-notebook") || name.equals("uv")) {
            readPython(tag, spec, line);
        }
        readGpu(path, tag, spec, line);
        if (path.endsWith("pytorch/pytorch")) {
            addBrought("torch", tag, spec, line);
        } else if (path.endsWith("tensorflow/tensorflow")) {
            addBrought("tensorflow", tag, spec, line);
        }
    }

    private static void readPython(String tag, SpecText spec, int line) {
        Matcher python = PYTHON.matcher(tag);
        if (python.find()) {
            String version = python.group(1);
            boolean patch = version.indexOf('.') != version.lastIndexOf('.');
            SpecifierSet specifiers = SpecifierSet.parse("==" + version + (patch ? "" : ".*"));
            spec.facts().pythons.add(new PythonWish(specifiers, spec.at(line), SpecFacts.Weight.HAD));
        }
    }

    /** An image for development holds the compiler. */
    private static void readGpu(String path, String tag, SpecText spec, int line) {
        boolean nvidia = path.endsWith("nvidia/cuda") || path.contains("nvcr.io/nvidia/") || path.contains("rapidsai/");
        boolean gpu =
                nvidia || path.contains("cuda") || tag.contains("cuda") || tag.endsWith("gpu") || tag.contains("-gpu-");
        if (gpu && tag.contains("devel")) {
            spec.facts().cuda.add(spec.at(line));
        } else if (gpu) {
            spec.facts().gpu.add(spec.at(line));
        }
    }

    /** A package that the image has, whether or not the project uses it. */
    private static void addBrought(String name, String tag, SpecText spec, int line) {
        Matcher version = VERSION.matcher(tag);
        Optional<Version> parsed = version.matches() ? Version.tryParse(version.group(1)) : Optional.empty();
        parsed.ifPresent(found -> spec.facts()
                .wishes
                .add(new Wish(
                        new Declaration.Pip(
                                Requirement.of(PackageName.of(name), SpecifierSet.exactly(found)), spec.at(line), ""),
                        spec.role(),
                        true)));
    }
}
