package org.specimen.ui.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.plan.PackageManager;
import org.specimen.project.UnknownModule;
import org.specimen.python.PackageName;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.packages.PackageRow.State;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.Services;
import org.specimen.ui.task.ByHand;

class PackagesViewModelTest extends PackagesStep {

    @Test
    void showsWhatTheProjectImportsWithItsPlaceAndAPinnedVersion() throws IOException {
        project("map.py", "import os\nimport numpy\n");

        PackageRow numpy = row("numpy");

        assertThat(numpy.version()).isNotEmpty();
        assertThat(numpy.state()).isEqualTo(State.VERIFIED);
        assertThat(RowTexts.found(numpy)).isEqualTo("map.py");
        assertThat(RowTexts.foundWhole(numpy)).isEqualTo("map.py, line 2");
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.FITS);
    }

    @Test
    void doesNotCallTriedWhatNobodyConfirms() throws IOException {
        project("requirements.txt", "matplotlib==1.5.1\nnumpy==1.11.1\n");
        model.python().choose(Optional.of("3.12"));

        Fit fit = model.fit().fit().get();

        assertThat(fit.kind()).isEqualTo(Fit.Kind.UNTRIED);
        assertThat(fit.sentence()).contains("confirmed for Python 3.12").contains("not been installed together");
    }

    @Test
    void namesWhatIsKnownNotToGoTogether() throws IOException {
        project("requirements.txt", "pandas==2.2.3\nnumpy==1.15.4\n");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12")));

        Fit fit = model.fit().fit().get();

        assertThat(fit.kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);
        assertThat(fit.problems().get(0).what())
                .startsWith("These do not go together with Python 3.12")
                .contains("numpy==1.15.4");
        assertThat(fit.problems().get(0).because())
                .anySatisfy(reason -> assertThat(reason).contains("pandas 2.2.3 needs numpy>=1.26.0"));
        assertThat(row("numpy").state()).isEqualTo(State.REFUSED);
        click("Leave out pandas");
        assertThat(model.fit().fit().get().kind()).isNotEqualTo(Fit.Kind.DOES_NOT_FIT);
    }

    @Test
    void beginsEmptyWithoutAProject() {
        session.startWithoutProject();

        assertThat(names()).isEmpty();
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.EMPTY);
        assertThat(model.python().card().get()).isPresent();
    }

    @Test
    void leavesOutAndPutsBack() throws IOException {
        project("map.py", "import numpy\nimport requests\n");

        model.editing().leaveOut(row("requests"));

        assertThat(row("requests").state()).isEqualTo(State.LEFT_OUT);
        assertThat(session.proposal().get().ready().orElseThrow().plan().leftOut())
                .containsExactly(PackageName.of("requests"));
        model.editing().putBack(row("requests"));
        assertThat(row("requests").kind()).isEqualTo(Kind.CHOSEN);
    }

    @Test
    void putsBackWhatAnEarlierPlanLeavesOut() throws IOException {
        project("map.py", "import numpy\nimport requests\n");
        model.editing().leaveOut(row("requests"));
        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.open(folder);
        assertThat(row("requests").kind()).isEqualTo(Kind.LEFT_OUT);

        model.editing().putBack(row("requests"));

        assertThat(row("requests").kind()).isEqualTo(Kind.CHOSEN);
    }

    @Test
    void takesWhatWasAddedByHandOffTheList() {
        session.startWithoutProject();
        model.adding().add("numpy");

        model.editing().leaveOut(row("numpy"));

        assertThat(names()).isEmpty();
        click("Undo");
        assertThat(names()).containsExactly("numpy");
    }

    @Test
    void changesAVersionAndTellsOneThatCannotBe() throws IOException {
        project("map.py", "import numpy\n");
        String newest = row("numpy").version();

        model.editing().changeVersion(row("numpy"), "99.9");
        assertThat(row("numpy").version()).isEqualTo(newest);
        assertThat(told()).isEqualTo("No version of numpy is known that is 99.9, so nothing was changed.");

        model.editing().changeVersion(row("numpy"), "two");
        assertThat(told()).startsWith("\u201ctwo\u201d is no version.");

        model.editing().changeVersion(row("numpy"), "<2.4");
        assertThat(row("numpy").asked()).isEqualTo("<2.4");
        assertThat(row("numpy").version()).isNotEqualTo(newest);

        model.editing().changeVersion(row("numpy"), " ");
        assertThat(row("numpy").version()).isEqualTo(newest);
    }

    @Test
    void saysInTheTableWhyAndLeavesThePlaceToTheColumnBeforeIt() throws IOException {
        project("map.py", "import numpy\n");

        assertThat(row("numpy").why()).isEqualTo("imported in map.py, line 1");
        assertThat(RowTexts.why(row("numpy"))).isEqualTo("imported");
        assertThat(RowTexts.whole(row("numpy"))).contains("imported in map.py, line 1");

        model.editing().changeWhy(row("numpy"), "arrays of villages");
        assertThat(RowTexts.why(row("numpy"))).isEqualTo("arrays of villages");
    }

    @Test
    void saysWhoInstallsWhereNothingIsChosenYet() throws IOException {
        project("requirements.txt", "pandas==2.2.3\nnumpy==1.15.4\n");

        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPython(Optional.of("3.12")));
        assertThat(RowTexts.from(row("numpy"))).isEqualTo("pip");

        session.wish(wishes -> wishes.withStack(Optional.of(Stack.CONDA)).withPython(Optional.of("2.1")));
        assertThat(RowTexts.from(row("numpy"))).isEqualTo("conda or pip");
    }

    @Test
    void editsWhyAndUndoes() throws IOException {
        project("map.py", "import numpy\n");
        String before = row("numpy").why();

        model.editing().changeWhy(row("numpy"), "arrays of\n villages ");

        assertThat(row("numpy").why()).isEqualTo("arrays of villages");
        session.undo();
        assertThat(row("numpy").why()).isEqualTo(before);
    }

    @Test
    void letsThePersonChooseWhoInstalls() throws IOException {
        project("map.py", "import numpy\n");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.CONDA)));
        assertThat(row("numpy").from()).contains(PackageManager.CONDA);
        assertThat(model.editing().canChangeFrom()).isTrue();

        model.editing().changeFrom(row("numpy"), Optional.of(PackageManager.PIP));

        assertThat(row("numpy").from()).contains(PackageManager.PIP);
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)));
        assertThat(model.editing().canChangeFrom()).isFalse();
    }

    @Test
    void saysHowLongAPythonLives() throws IOException {
        project("pyproject.toml", "[project]\nname = \"x\"\nversion = \"1\"\nrequires-python = \">=3.11\"\n");

        model.python().choose(Optional.of("3.9"));
        assertThat(model.python().card().get().orElseThrow().caution()).isTrue();
        assertThat(model.python().card().get().orElseThrow().life())
                .startsWith("the project asks for Python 3.11 or newer (pyproject.toml");

        model.python().choose(Optional.of("3.12"));
        assertThat(model.python().card().get().orElseThrow().version()).startsWith("3.12.");
        assertThat(model.python().card().get().orElseThrow().life()).isEqualTo("security fixes until October 2028");

        model.python().choose(Optional.empty());
        assertThat(model.python().card().get().orElseThrow().choices().get(0).chosen())
                .isTrue();
    }

    @Test
    void saysThatTheLifeOfAPythonHasEnded() {
        session.startWithoutProject();

        model.python().choose(Optional.of("3.9"));

        assertThat(model.python().card().get().orElseThrow().life())
                .isEqualTo("its life ended in October 2025: no fixes any more");
    }

    @Test
    void offersWaysOutOfWhatDoesNotFit() throws IOException {
        project("requirements.txt", "scikit-lern\nnumpy==99.1\n");

        assertThat(model.fit().fit().get().headline()).isEqualTo("2 things do not fit");
        assertThat(row("scikit-lern").state()).isEqualTo(State.REFUSED);
        assertThat(row("numpy").state()).isEqualTo(State.REFUSED);

        click("Use scikit-learn instead");
        assertThat(model.fit().fit().get().headline()).isEqualTo("One thing does not fit");
        click("Take the newest that fits");

        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.FITS);
        assertThat(row("scikit-learn").kind()).isEqualTo(Kind.CHOSEN);
        assertThat(row("scikit-lern").kind()).isEqualTo(Kind.LEFT_OUT);
    }

    @Test
    void offersAPythonThatFits() throws IOException {
        String newest = String.valueOf(Catalogue.open()
                .distribution(PackageName.of("numpy"))
                .orElseThrow()
                .releases()
                .get(0)
                .version());
        project("requirements.txt", "numpy==" + newest + "\n");
        model.python().choose(Optional.of("3.9"));
        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);

        String offered = model.fit().fit().get().problems().get(0).fixes().stream()
                .map(Fix::text)
                .filter(text -> text.startsWith("Take Python "))
                .findFirst()
                .orElseThrow();
        click(offered);

        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.FITS);
        assertThat(row("numpy").version()).isEqualTo(newest);
    }

    @Test
    void listsWhatANotebookInstallsAndNobodyKnows() throws IOException {
        project("map.ipynb", """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{"cell_type": "code", "id": "a",
                 "metadata": {}, "outputs": [], "execution_count": null,
                 "source": ["!pip install zzz-our-lab\\n", "import numpy\\n", "import zzz_our_lab"]}]}""");

        assertThat(model.rows().withoutVersion().get())
                .extracting(found -> found.name().value())
                .containsExactly("zzz-our-lab");

        model.adding().nameVersion(PackageName.of("zzz-our-lab"));
        assertThat(model.adding().draft().get()).contains("zzz-our-lab==");
        model.adding().add("zzz-our-lab==0.3");
        assertThat(model.rows().withoutVersion().get()).isEmpty();
        assertThat(row("zzz-our-lab").version()).isEqualTo("0.3");
    }

    @Test
    void listsModulesThatNobodyKnowsThePackageOf() throws IOException {
        project("view.py", "import numpy\nfrom paraview import simple\nimport _labtools\n");

        assertThat(model.rows().nameless().get())
                .extracting(UnknownModule::name, module -> module.elsewhere().isPresent())
                .containsExactly(tuple("_labtools", false), tuple("paraview", true));
        assertThat(names()).containsExactly("numpy");

        model.adding().namePackageOf("_labtools");
        assertThat(model.adding().draft().get()).contains("_labtools");
        assertThat(told()).contains("the package that brings _labtools");
    }

    @Test
    void takesAModuleThatWasAddedUnderItsOwnNameOffThatList() throws IOException {
        project("view.py", "import numpy\nfrom paraview import simple\n");

        model.adding().add("paraview==5.13");

        assertThat(row("paraview").version()).isEqualTo("5.13");
        assertThat(model.rows().nameless().get()).isEmpty();
    }

    @Test
    void choosesVersionsOnceMoreAfterACancel() throws IOException {
        ByHand hands = new ByHand();
        Services byHand = BareServices.with(hands.runner());
        PackagesViewModel stopped = new PackagesViewModel(byHand);
        Files.writeString(folder.resolve("map.py"), "import numpy\n");
        byHand.session().open(folder);
        hands.work();
        hands.show();
        hands.runner().cancelAll();
        hands.finish();
        assertThat(stopped.fit().fit().get().kind()).isEqualTo(Fit.Kind.FAULT);

        stopped.fit().tryAgain();
        hands.finish();

        assertThat(stopped.fit().fit().get().kind()).isEqualTo(Fit.Kind.FITS);
        assertThat(stopped.rows().chosen()).isEqualTo(1);
    }

    @Test
    void takes400PackagesAndANameOf80Letters() {
        session.startWithoutProject();
        String long80 = "a" + "-very-long-name".repeat(5) + "-ok";
        String list = Catalogue.open().complete("p", 400).stream()
                .map(PackageName::value)
                .collect(Collectors.joining("\n"));

        model.adding().add(list + "\n" + long80 + "==1.0");

        assertThat(model.rows().rows().get()).hasSizeGreaterThan(390);
        assertThat(names()).contains(long80);
    }

    @Test
    void refusalsSayWhatIsWrongAndLeaveToTheButtonsWhatToDo() throws IOException {
        project("requirements.txt", "pandas==99.1\nsciket-learn\nnumpy\n");

        assertThat(model.fit().fit().get().problems())
                .extracting(Fit.Problem::what)
                .satisfiesExactlyInAnyOrder(
                        what -> assertThat(what)
                                .matches("No version of pandas is known that is 99\\.1; [0-9.]+ would do\\."),
                        what -> assertThat(what)
                                .isEqualTo("No package called sciket-learn is known. Did you mean scikit-learn?"));
    }

    @Test
    void fourHundredPackagesAreListedThoughOneOfThemIsUnknown() throws IOException {
        String known = Catalogue.open().complete("py", 200).stream()
                .map(PackageName::value)
                .collect(Collectors.joining("\n"));
        String longest = "a".repeat(80);

        project("requirements.txt", known + "\n" + longest + "\n");

        assertThat(model.fit().fit().get().kind()).isEqualTo(Fit.Kind.DOES_NOT_FIT);
        assertThat(row(longest).state()).isEqualTo(State.REFUSED);
        assertThat(model.rows().rows().get()).hasSizeGreaterThan(150);
    }
}
