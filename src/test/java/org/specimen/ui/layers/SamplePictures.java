package org.specimen.ui.layers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.app.Advice;
import org.specimen.app.BareComputer;
import org.specimen.app.Project;
import org.specimen.app.Proposal;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.plan.Options;
import org.specimen.task.Progress;

/** Pictures of the samples, on a computer that has nothing. */
final class SamplePictures {

    static final Catalogue CATALOGUE = Catalogue.open();

    private final Workbench workbench = BareComputer.WORKBENCH;
    private final LayerPictures pictures = new LayerPictures(CATALOGUE);
    private final Path folder;

    SamplePictures(Path folder) {
        this.folder = folder;
    }

    private Project open(String sample) {
        Path project = folder.resolve(sample);
        if (!project.toFile().exists()) {
            Samples.unpack(sample, project);
        }
        return workbench.open(project, Progress.NONE);
    }

    Advice advice(String sample, Map<Question, List<String>> answers) {
        return workbench.advise(Optional.of(open(sample)), new Answers(answers));
    }

    Proposal proposal(String sample, UnaryOperator<Wishes> wishes) {
        return workbench.propose(Optional.of(open(sample)), wishes.apply(Wishes.NONE), Progress.NONE);
    }

    LayerPicture exact(String sample, Stack stack) {
        return pictures.of(proposal(sample, wishes -> wishes.withStack(Optional.of(stack))));
    }

    void ownFile(String sample, String name, String text) throws IOException {
        open(sample);
        Files.writeString(folder.resolve(sample).resolve(name), text);
    }

    LayerPicture preview(String sample, Stack stack, ExistingChoice choice) {
        Wishes wishes = Wishes.NONE.withStack(Optional.of(stack)).withExisting(Map.of(FileRole.DOCKERFILE, choice));
        Project project = open(sample);
        Proposal proposal = workbench.propose(Optional.of(project), wishes, Progress.NONE);
        return pictures.of(
                proposal,
                Optional.of(workbench.preview(project, proposal, wishes).comparison()));
    }

    LayerPicture planned(String sample, Stack stack, Map<Question, List<String>> answers) {
        return pictures.of(advice(sample, answers), Optional.of(stack));
    }

    LayerPicture exact(String sample, Stack stack, Map<Question, List<String>> answers, Options options) {
        return pictures.of(proposal(
                sample,
                wishes -> wishes.withStack(Optional.of(stack))
                        .withAnswers(new Answers(answers))
                        .withOptions(Optional.of(options))));
    }
}
