package org.specimen.proof.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.specimen.format.DockerIgnoreRules;
import org.specimen.format.DockerfileText;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.problem.Problem;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.proof.EnvironmentMaker;
import org.specimen.proof.LogLine;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** Makes images from the Dockerfile that Specimen wrote, with Conda in them or without. */
public final class DockerMaker implements EnvironmentMaker {

    private static final String IGNORE_FILE = ".dockerignore";
    private static final String DOCKERFILE = "Dockerfile";
    private static final String BESIDE = ".specimen";
    private static final Pattern INDEX_ARGUMENT = Pattern.compile("(?im)^\\s*ARG\\s+PIP_INDEX_URL\\b");
    private static final Pattern STAGE = Pattern.compile("(?im)^\\s*FROM\\s.*\\sAS\\s+(\\S+)\\s*$");

    private final Supplier<MachineFacts.Engine> engines;
    private final Supplier<BuildNetwork.Computer> computer;

    DockerMaker(Supplier<MachineFacts.Engine> engines) {
        this(engines, BuildNetwork.Computer::here);
    }

    DockerMaker(Supplier<MachineFacts.Engine> engines, Supplier<BuildNetwork.Computer> computer) {
        this.engines = engines;
        this.computer = computer;
    }

    /** With the engine of this computer, looked for anew each time. */
    public static DockerMaker ofThisComputer() {
        return new DockerMaker(MachineProbe::engine);
    }

    @Override
    public Optional<Trouble> obstacle(MakeRequest request) {
        MachineFacts.Engine found = engines.get();
        return Preflight.ofThisComputer().obstacle(found, request.plan()).or(() -> takenName(found, request));
    }

    private static Optional<Trouble> takenName(MachineFacts.Engine found, MakeRequest request) {
        try (Engine engine = Engine.at(found)) {
            return TakenName.of(engine, request);
        }
    }

    /** Tells of the stations {@link Station#BASE_IMAGE} and {@link Station#BUILD} itself. */
    @Override
    public MadeEnvironment make(MakeRequest request, ProofListener listener, Progress progress) {
        MachineFacts.Engine found = engines.get();
        Preflight.ofThisComputer().unreachable(found).ifPresent(trouble -> {
            throw new OutsideFailure(trouble.text());
        });
        Engine engine = Engine.at(found);
        boolean made = false;
        try {
            MadeEnvironment environment = new Making(engine, computer, request, listener, progress).make();
            made = true;
            return environment;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OutsideFailure(Texts.get("interrupted"), interrupted);
        } finally {
            if (!made) {
                engine.close();
            }
        }
    }

    /** One image in the making. */
    private record Making(
            Engine engine,
            Supplier<BuildNetwork.Computer> computer,
            MakeRequest request,
            ProofListener listener,
            Progress progress) {

        MadeEnvironment make() throws InterruptedException {
            EnvironmentPlan plan = request.plan();
            String dockerfile = dockerfile();
            String text = read(dockerfile);
            Leftovers.remove(engine, plan.name());
            Info info = engine.info();
            Optional<String> platform = Preflight.platform(info, plan);
            TakenName.of(engine, request).ifPresent(taken -> {
                listener.troubled(Station.BUILD, taken);
                throw new NoSolution(taken.text());
            });
            List<String> bases = bases(text);
            station(Station.BASE_IMAGE, () -> pull(text, bases, platform));
            ImageBuild.Built[] built = new ImageBuild.Built[1];
            station(Station.BUILD, () -> {
                built[0] = build(info, text, dockerfile, platform);
                return Texts.get("build.done", built[0].steps(), built[0].reused());
            });
            engine.ask(client -> client.tagImageCmd(built[0].image(), plan.imageName(), TakenName.TAG)
                    .exec());
            return made(info, text, bases.get(bases.size() - 1), built[0]);
        }

        /** What was written beside a Dockerfile of the person's own is Specimen's. */
        private String dockerfile() {
            String beside = DOCKERFILE + BESIDE;
            return request.plan().written().containsKey(beside)
                            && Files.exists(request.folder().resolve(beside))
                    ? beside
                    : DOCKERFILE;
        }

        private String read(String file) {
            try {
                return Files.readString(request.folder().resolve(file), StandardCharsets.UTF_8);
            } catch (NoSuchFileException missing) {
                throw new BadInput(Texts.trouble("file.missing", file).text(), missing);
            } catch (IOException unreadable) {
                throw new BadInput(Texts.trouble("file.unreadable", file).text(), unreadable);
            }
        }

        /** The images that its stages begin with, without earlier stages. */
        private static List<String> bases(String dockerfile) {
            List<String> bases = DockerfileText.parse(dockerfile).images().stream()
                    .map(DockerfileText.Image::name)
                    .toList();
            if (bases.isEmpty()) {
                throw new BadInput(Texts.trouble("file.no-base").text());
            }
            return bases;
        }

        private BaseImagePull pulling() {
            return new BaseImagePull(engine, listener, progress);
        }

        private String pull(String text, List<String> bases, Optional<String> platform) throws InterruptedException {
            List<String> pulled = new ArrayList<>();
            for (String base : bases) {
                progress.checkCancelled();
                if (!base.equals("scratch")
                        && !stages(text).contains(base)
                        && pulling().ensure(base, platform)) {
                    pulled.add(base);
                }
            }
            return pulled.isEmpty()
                    ? Texts.get("pull.present", String.join(", ", bases))
                    : Texts.get("pull.done", String.join(", ", pulled));
        }

        /** Names that the Dockerfile gives to its own stages. */
        private static Set<String> stages(String text) {
            Set<String> stages = new HashSet<>();
            STAGE.matcher(text).results().forEach(stage -> stages.add(stage.group(1)));
            return stages;
        }

        private ImageBuild.Built build(Info info, String text, String dockerfile, Optional<String> platform)
                throws InterruptedException {
            listener.logged(LogLine.of(
                    Station.BUILD,
                    LogLine.Source.SPECIMEN,
                    Texts.get("build.begin", request.plan().imageName(), engine.version())));
            Path folder = request.folder();
            DockerIgnoreRules rules = Files.exists(folder.resolve(IGNORE_FILE))
                    ? DockerIgnoreRules.parse(read(IGNORE_FILE))
                    : DockerIgnoreRules.NONE;
            try (BuildNetwork network = BuildNetwork.open(request, engine, info, computer.get());
                    ContextStream context =
                            new ContextStream(folder, rules, Set.of(IGNORE_FILE, dockerfile), progress)) {
                tellOfIndex(text);
                return new ImageBuild(engine, listener, progress)
                        .build(
                                context,
                                new ImageBuild.Settings(dockerfile, platform, network.network(), network.arguments()),
                                new StepWords(folder));
            } catch (IOException notClosed) {
                throw new OutsideFailure(Texts.get("interrupted"), notClosed);
            }
        }

        private void tellOfIndex(String dockerfile) {
            if (request.indexUrl().isPresent()
                    && !INDEX_ARGUMENT.matcher(dockerfile).find()) {
                listener.logged(
                        LogLine.of(Station.BUILD, LogLine.Source.SPECIMEN, Texts.get("index.not-taken", dockerfile())));
            }
        }

        private void station(Station station, Work work) throws InterruptedException {
            long begin = System.nanoTime();
            listener.stationChanged(station, StationState.RUNNING, "", Duration.ZERO);
            StationState state = StationState.FAILED;
            String summary = "";
            try {
                summary = work.run();
                state = StationState.DONE;
            } catch (Cancelled cancelled) {
                state = StationState.CANCELLED;
                throw cancelled;
            } catch (Problem failed) {
                summary = failed.explanation();
                throw failed;
            } finally {
                listener.stationChanged(station, state, summary, Duration.ofNanos(System.nanoTime() - begin));
            }
        }

        private MadeEnvironment made(Info info, String dockerfile, String base, ImageBuild.Built built) {
            InspectImageResponse image =
                    engine.ask(client -> client.inspectImageCmd(built.image()).exec());
            Container.Origin origin =
                    new Container.Origin(engine, info, image, request.plan().name());
            EnvironmentIdentity.Image about = new EnvironmentIdentity.Image(
                    Objects.requireNonNull(image.getId()),
                    image.getSize() == null ? OptionalLong.empty() : OptionalLong.of(image.getSize()),
                    base,
                    digest(base),
                    built.steps(),
                    built.reused());
            EnvironmentIdentity identity = new EnvironmentIdentity(
                    request.plan().stack(),
                    request.plan().imageName() + ":" + TakenName.TAG,
                    engine.version(),
                    image.getOs() + "/" + image.getArch(),
                    Optional.of(about),
                    List.of());
            MadeImage bare = new MadeImage(origin, identity);
            List<String> installed = DebianPackages.installed(bare, dockerfile, progress);
            return new MadeImage(
                    origin,
                    new EnvironmentIdentity(
                            identity.stack(),
                            identity.location(),
                            identity.tool(),
                            identity.platform(),
                            identity.image(),
                            installed));
        }

        /** The digest under which the registry of the base knows it. */
        private Optional<String> digest(String base) {
            String repository = base.replaceFirst("@.*", "").replaceFirst(":[^/]*$", "");
            return pulling().find(base).stream()
                    .flatMap(image -> Objects.requireNonNullElse(image.getRepoDigests(), List.<String>of()).stream())
                    .filter(digest -> digest.startsWith(repository + "@"))
                    .map(digest -> digest.substring(digest.indexOf('@') + 1))
                    .findFirst();
        }
    }

    private interface Work {
        String run() throws InterruptedException;
    }
}
