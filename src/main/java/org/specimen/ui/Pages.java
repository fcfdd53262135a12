package org.specimen.ui;

import java.util.Optional;
import java.util.function.Function;
import org.specimen.ui.advice.AdviceView;
import org.specimen.ui.advice.AdviceViewModel;
import org.specimen.ui.control.StepView;
import org.specimen.ui.files.FilesView;
import org.specimen.ui.files.FilesViewModel;
import org.specimen.ui.options.OptionsView;
import org.specimen.ui.options.OptionsViewModel;
import org.specimen.ui.packages.PackagesView;
import org.specimen.ui.packages.PackagesViewModel;
import org.specimen.ui.project.ProjectView;
import org.specimen.ui.project.ProjectViewModel;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Step;
import org.specimen.ui.situation.SituationView;
import org.specimen.ui.situation.SituationViewModel;
import org.specimen.ui.trial.TrialView;
import org.specimen.ui.trial.TrialViewModel;

/** Makes the page of each step. */
final class Pages implements Function<Step, StepView> {

    private final Services services;
    private final ProjectViewModel project;

    /**
     * Makes pages that work with these.
     *
     * @param word what was broken in what Specimen had kept
     */
    Pages(Services services, ProjectViewModel.Memory memory, Optional<String> word) {
        this.services = services;
        project = new ProjectViewModel(services, memory, word);
    }

    /** The page on which projects are opened. */
    ProjectViewModel project() {
        return project;
    }

    @Override
    public StepView apply(Step step) {
        return switch (step) {
            case PROJECT -> new ProjectView(project, services.desktop());
            case SITUATION -> new SituationView(new SituationViewModel(services));
            case ADVICE -> new AdviceView(new AdviceViewModel(services));
            case PACKAGES -> new PackagesView(new PackagesViewModel(services));
            case OPTIONS -> new OptionsView(new OptionsViewModel(services));
            case FILES -> new FilesView(new FilesViewModel(services));
            case TRIAL -> new TrialView(new TrialViewModel(services));
        };
    }
}
