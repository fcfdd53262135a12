package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;

/** The page of the packages, without its controls. */
abstract class PackagesStep {

    final Services services = BareServices.immediate();

    final Session session = services.session();

    final PackagesViewModel model = new PackagesViewModel(services);

    @TempDir
    Path folder;

    void project(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        session.open(folder);
    }

    PackageRow row(String name) {
        return model.rows().rows().get().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name + " in " + names()));
    }

    List<String> names() {
        return model.rows().rows().get().stream().map(PackageRow::name).toList();
    }

    String told() {
        return model.told().message().get().map(Message::text).orElse("");
    }

    void click(String fix) {
        Map<String, Fix> fixes = java.util.stream.Stream.concat(
                        model.fit().fit().get().problems().stream().flatMap(problem -> problem.fixes().stream()),
                        model.told().message().get().stream().flatMap(message -> message.fixes().stream()))
                .collect(Collectors.toMap(Fix::text, one -> one, (one, other) -> one));
        assertThat(fixes).containsKey(fix);
        Objects.requireNonNull(fixes.get(fix)).run().run();
    }
}
