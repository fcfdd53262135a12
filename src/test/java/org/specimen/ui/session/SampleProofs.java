package org.specimen.ui.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.specimen.advice.Stack;
import org.specimen.project.Evidence;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.proof.LogLine;
import org.specimen.proof.LogLine.Source;
import org.specimen.proof.Proof;
import org.specimen.proof.Proof.DistributionCheck;
import org.specimen.proof.Proof.ImportCheck;
import org.specimen.proof.Proof.ResultComparison;
import org.specimen.proof.Proof.ResultComparison.Kind;
import org.specimen.proof.Proof.Run;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.proof.Verdict;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/** What may come of a proof. */
public final class SampleProofs {

    /** As on an image without the library that OpenCV draws with. */
    public static final Trouble NO_LIBGL = new Trouble(
            "The import of cv2 does not work: the system library libGL.so.1 is missing.",
            "Debian's package libgl1 has it.",
            List.of(new Trouble.Fix.AddSystemPackage("libgl1")));

    private SampleProofs() {}

    public static Proof built() {
        return proof(Verdict.BUILT, List.of(), List.of(), List.of(works("numpy"), works("pandas")), List.of());
    }

    public static Proof reproduced() {
        return proof(
                Verdict.REPRODUCED,
                List.of(
                        new ResultComparison("results/summary.csv", Kind.NUMBERS, Optional.empty(), false),
                        new ResultComparison("figures/map.png", Kind.PIXELS, Optional.empty(), false),
                        new ResultComparison("notebook.ipynb:3", Kind.CELL, Optional.empty(), false)),
                List.of(run(), run()),
                List.of(works("numpy"), works("pandas"), works("geopandas")),
                List.of());
    }

    public static Proof differing() {
        return proof(
                Verdict.DIFFERS,
                List.of(
                        new ResultComparison("figures/map.png", Kind.PIXELS, Optional.empty(), false),
                        new ResultComparison(
                                "results/summary.csv",
                                Kind.NUMBERS,
                                Optional.of("Line 4: 0.8312 is expected, and 0.8297 came out."),
                                true)),
                List.of(run(), run()),
                List.of(works("numpy"), works("pandas")),
                List.of(new Trouble(
                        "Numbers are drawn by chance in analysis.py, line 12, and no seed is set.",
                        "Set one at the start, as in numpy.random.seed(1), and run it again.")));
    }

    public static Proof failing() {
        return proof(
                Verdict.FAILED,
                List.of(),
                List.of(),
                List.of(
                        works("numpy"),
                        new ImportCheck(
                                "cv2",
                                false,
                                Evidence.of("analysis.py", 3),
                                Optional.of("ImportError: libGL.so.1: cannot open shared object file"),
                                Optional.of(NO_LIBGL))),
                List.of(NO_LIBGL));
    }

    private static ImportCheck works(String module) {
        return new ImportCheck(module, false, Evidence.of("analysis.py", 1), Optional.empty(), Optional.empty());
    }

    private static Run run() {
        return new Run(
                List.of("python", "analysis.py"),
                0,
                RunOutcome.End.BY_ITSELF,
                Duration.ofSeconds(14),
                Optional.empty());
    }

    private static Proof proof(
            Verdict verdict,
            List<ResultComparison> results,
            List<Run> runs,
            List<ImportCheck> imports,
            List<Trouble> trouble) {
        return new Proof(
                "study",
                Instant.parse("2026-11-16T09:41:00Z"),
                Duration.ofSeconds(192),
                verdict,
                Optional.of(new EnvironmentIdentity(
                        Stack.DOCKER,
                        "study:latest",
                        "Docker 28.2.2",
                        "linux/amd64",
                        Optional.of(new EnvironmentIdentity.Image(
                                "sha256:1",
                                OptionalLong.of(812_000_000),
                                "python:3.12.14-slim-trixie",
                                Optional.empty(),
                                9,
                                4)),
                        List.of())),
                List.of(),
                List.of(),
                List.of(
                        new DistributionCheck(PackageName.of("numpy"), Version.parse("2.3.5"), Optional.of("2.3.5")),
                        new DistributionCheck(PackageName.of("pandas"), Version.parse("2.3.3"), Optional.of("2.3.3"))),
                imports,
                runs,
                results,
                new Proof.Computer("Debian 13", "x86-64", 8, 16L << 30, Optional.empty()),
                trouble,
                List.of("The GPU was not tested: this engine offers none."));
    }

    /** Says what an image and a run say, up to the end of the station before this one. */
    public static void play(ProofListener listener, Station until) {
        done(listener, Station.TOOL, "Docker 28.2.2 answers", 0, until);
        done(listener, Station.BASE_IMAGE, "python:3.12.14-slim-trixie is there", 8, until);
        if (Station.BUILD.compareTo(until) <= 0) {
            listener.stationChanged(Station.BUILD, StationState.RUNNING, "", Duration.ofSeconds(72));
            for (int step = 1; step <= 5; step++) {
                say(listener, Station.BUILD, Source.OUTPUT, "Step " + step + "/9 : " + STEPS.get(step - 1));
                listener.progressed(Station.BUILD, "step " + step + " of 9: installing 84 packages", step, 9);
            }
            for (String name : List.of("numpy-2.3.5", "pandas-2.3.3", "geopandas-1.1.1", "shapely-2.1.2")) {
                say(listener, Station.BUILD, Source.OUTPUT, "Collecting " + name.replace("-", "=="));
                say(
                        listener,
                        Station.BUILD,
                        Source.OUTPUT,
                        "  Downloading " + name + "-cp312-cp312-manylinux_2_28_x86_64.whl (12.4 MB)");
            }
            say(
                    listener,
                    Station.BUILD,
                    Source.ERRORS,
                    "WARNING: Running pip as the 'root' user can result in broken permissions");
        }
        done(listener, Station.BUILD, "9 steps, 4 of them from the cache", 151, until);
        done(listener, Station.IMPORTS, "18 packages as pinned, 12 imports work", 4, until);
        if (Station.RUN.compareTo(until) < 0) {
            listener.stationChanged(Station.RUN, StationState.RUNNING, "", Duration.ZERO);
            say(listener, Station.RUN, Source.SPECIMEN, "Running python analysis.py on a copy of the project");
            for (int year = 2015; year <= 2024; year++) {
                say(listener, Station.RUN, Source.OUTPUT, year + ": 4 312 stations, mean 11." + year % 10 + " °C");
            }
        }
        done(listener, Station.RUN, "python analysis.py, twice", 28, until);
        done(listener, Station.COMPARE, "3 results", 1, until);
        done(listener, Station.REPORT, "reproducibility-report.html", 0, until);
    }

    private static final List<String> STEPS = List.of(
            "FROM python:3.12.14-slim-trixie",
            "ENV PYTHONDONTWRITEBYTECODE=1",
            "WORKDIR /work",
            "COPY requirements.txt ./",
            "RUN pip install --no-cache-dir --require-hashes -r requirements.txt");

    private static void done(ProofListener listener, Station station, String summary, int seconds, Station until) {
        if (station.compareTo(until) < 0) {
            listener.stationChanged(station, StationState.RUNNING, "", Duration.ZERO);
            listener.stationChanged(station, StationState.DONE, summary, Duration.ofSeconds(seconds));
        } else if (station == until && station != Station.BUILD) {
            listener.stationChanged(station, StationState.RUNNING, "", Duration.ofSeconds(seconds));
        }
    }

    private static void say(ProofListener listener, Station station, Source source, String text) {
        listener.logged(LogLine.of(station, source, text));
    }
}
