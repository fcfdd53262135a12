package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed resource is what the generator makes of the facts and of the committed tables. */
class CompileCatalogueTest {

    private static final Path FACTS = Path.of("../shared/data");

    @Test
    void compilingAgainGivesTheCommittedResource(@TempDir Path folder) throws Exception {
        assumeThat(FACTS).isDirectory();
        Path compiled = folder.resolve("catalogue.bin");

        String said = compile(compiled);

        assertThat(compiled).as(said).exists();
        // Content, not bytes: another JDK may compress otherwise.
        BlockFile again = BlockFile.open(Files.readAllBytes(compiled));
        BlockFile committed = BlockFile.open(ShippedCatalogue.resource());
        assertThat(again.header("date")).isEqualTo(committed.header("date"));
        assertThat(again.header("source")).isEqualTo(committed.header("source"));
        assertThat(again.withPrefix("")).isEqualTo(committed.withPrefix(""));
    }

    private static String compile(Path compiled) throws IOException, InterruptedException, URISyntaxException {
        Process generator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        home(BlockFile.class) + File.pathSeparator + home(JsonFactory.class),
                        "src/catalogue/CompileCatalogue.java",
                        FACTS.toString(),
                        "src/catalogue/tables",
                        compiled.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(generator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        generator.waitFor();
        return said;
    }

    private static String home(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
