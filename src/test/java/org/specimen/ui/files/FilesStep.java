package org.specimen.ui.files;

import static org.specimen.app.BareComputer.WORKBENCH;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.Samples;
import org.specimen.files.FileRole;
import org.specimen.ui.files.FilesPage.Looking;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.StepModel.PrimaryAction;
import org.specimen.ui.task.TaskRunner;

/** The page of the files, without its controls. */
abstract class FilesStep {

    @TempDir
    Path temporary;

    final FakeDesktop desktop = new FakeDesktop();

    final Session session = new Session(WORKBENCH, TaskRunner.immediate());

    final FilesViewModel model = modelOf(session, TaskRunner.immediate());

    FilesViewModel modelOf(Session of, TaskRunner tasks) {
        return new FilesViewModel(BareServices.with(of, tasks, desktop));
    }

    Path unpacked(String sample, String where) {
        Path folder = temporary.resolve(where).resolve(sample);
        Samples.unpack(sample, folder);
        return folder;
    }

    Path opened(String sample) {
        Path folder = unpacked(sample, "window");
        session.open(folder);
        return folder;
    }

    Looking files() {
        return (Looking) model.page().get();
    }

    FileRow row(FileRole role) {
        return files().rows().stream()
                .filter(row -> row.role() == role)
                .findFirst()
                .orElseThrow();
    }

    Optional<String> button() {
        return model.primaryAction().getValue().map(PrimaryAction::text);
    }
}
