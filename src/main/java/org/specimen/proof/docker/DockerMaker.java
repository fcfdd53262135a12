package org.specimen.proof.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.specimen.format.DockerIgnoreRules;
import org.specimen.machine.MachineFacts;
import org.specimen.plan.EnvironmentPlan;
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
    private static final Pattern INDEX_ARGUMENT = Pattern.compile("(?im)^\\s*ARG\\s+PIP_INDEX_URL\\b");

    /** The name under which another Dockerfile is sent: the .dockerignore that Specimen writes leaves it out of the image. */
    private static final String LEFT_OUT = ".specimen";

    private static final String NOT_LEFT_OUT = "Dockerfile.mirrored";

    private final Engines engines;
    private final Supplier<BuildNetwork.Computer> computer;

    DockerMaker(Engines engines) {
        this(engines, BuildNetwork.Computer::here);
    }

    DockerMaker(Engines engines, Supplier<BuildNetwork.Computer> computer) {
        this.engines = engines;
        this.computer = computer;
    }

    /** With the engine of this computer, looked for anew each time. */
    public static DockerMaker ofThisComputer() {
        return new DockerMaker(Engines.ofThisComputer());
    }

    @Override
    public Optional<Trouble> obstacle(MakeRequest request) {
        MachineFacts.Engine found = engines.found();
        return engines.preflight().obstacle(found, request.plan()).or(() -> {
            try (Engine engine = Engine.at(found)) {
                return obstacle(engine, engine.info(), computer, request);
            }
        });
    }

    /** What would end a build that is about to begin. */
    private static Optional<Trouble> obstacle(
            Engine engine, Info info, Supplier<BuildNetwork.Computer> computer, MakeRequest request) {
        return TakenName.of(engine, request).or(() -> BuildNetwork.obstacle(request, engine, info, computer.get()));
    }

    @Override
    public boolean isMade(MakeRequest request) {
        ImageName name = ImageName.of(request.plan());
        try (Engine engine = engines.open()) {
            return engine
                    .ask(client -> client.listImagesCmd()
                            .withReferenceFilter(name.toString())
                            .exec())
                    .stream()
                    .anyMatch(image -> name.isOfSpecimen(image.getLabels()));
        } catch (OutsideFailure silent) {
            return false;
        }
    }

    /** Tells of the stations {@link Station#BASE_IMAGE} and {@link Station#BUILD} itself. */
    @Override
    public MadeEnvironment make(MakeRequest request, ProofListener listener, Progress progress) {
        Engine engine = engines.open();
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
            String dockerfile = files().dockerfile();
            String text = files().read(dockerfile);
            Leftovers.remove(engine, plan.name());
            Info info = engine.info();
            Optional<String> platform = Preflight.platform(info, plan);
            obstacle(engine, info, computer, request).ifPresent(trouble -> {
                listener.troubled(Station.BUILD, trouble);
                throw trouble.refusal();
            });
            BaseImages bases = new BaseImages(text, request.mirror());
            List<String> names = bases.names();
            station(Station.BASE_IMAGE, () -> pull(bases, platform));
            ImageBuild.Built[] built = new ImageBuild.Built[1];
            station(Station.BUILD, () -> {
                built[0] = build(info, bases, dockerfile, platform);
                return Texts.get("build.done", built[0].steps(), built[0].reused());
            });
            engine.ask(client -> client.tagImageCmd(
                            built[0].image(), ImageName.of(plan).repository(), ImageName.TAG)
                    .exec());
            return made(info, bases, names.get(names.size() - 1), built[0]);
        }

        private BuildFiles files() {
            return new BuildFiles(request.folder(), request.plan());
        }

        private BaseImagePull pulling() {
            return new BaseImagePull(engine, listener, progress);
        }

        private String pull(BaseImages bases, Optional<String> platform) throws InterruptedException {
            List<String> pulled = bases.fetch(pulling(), platform);
            return pulled.isEmpty()
                    ? Texts.get("pull.present", String.join(", ", bases.names()))
                    : Texts.get("pull.done", String.join(", ", pulled));
        }

        private ImageBuild.Built build(Info info, BaseImages bases, String dockerfile, Optional<String> platform)
                throws InterruptedException {
            listener.logged(LogLine.of(
                    Station.BUILD,
                    LogLine.Source.SPECIMEN,
                    Texts.get("build.begin", request.plan().imageName(), engine.version())));
            Path folder = request.folder();
            DockerIgnoreRules rules = Files.exists(folder.resolve(IGNORE_FILE))
                    ? DockerIgnoreRules.parse(files().read(IGNORE_FILE))
                    : DockerIgnoreRules.NONE;
            Optional<byte[]> mirrored = bases.sent(pulling());
            String sent = mirrored.isEmpty() ? dockerfile : mirroredName(rules);
            try (BuildNetwork network = BuildNetwork.open(request, engine, info, computer.get());
                    ContextStream context =
                            new ContextStream(folder, rules, Set.of(IGNORE_FILE, dockerfile), progress)) {
                if (mirrored.isPresent()) {
                    context.add(sent, mirrored.get());
                }
                tellOfIndex(bases.text());
                ImageBuild.Settings settings =
                        new ImageBuild.Settings(sent, platform, network.network(), network.arguments());
                try {
                    return new ImageBuild(engine, listener, progress).build(context, settings, new StepWords(folder));
                } finally {
                    network.refusals()
                            .forEach(why -> listener.logged(LogLine.of(Station.BUILD, LogLine.Source.SPECIMEN, why)));
                }
            } catch (IOException notClosed) {
                throw new OutsideFailure(Texts.get("interrupted"), notClosed);
            }
        }

        private static String mirroredName(DockerIgnoreRules rules) {
            boolean isLeftOut =
                    rules.verdict(LEFT_OUT, DockerIgnoreRules.Verdict.TOP).ignored() && !rules.mayBringBack(LEFT_OUT);
            return isLeftOut ? LEFT_OUT : NOT_LEFT_OUT;
        }

        private void tellOfIndex(String dockerfile) {
            if (request.indexUrl().isPresent()
                    && !INDEX_ARGUMENT.matcher(dockerfile).find()) {
                listener.logged(LogLine.of(
                        Station.BUILD, LogLine.Source.SPECIMEN, Texts.get("index.not-taken", files().dockerfile())));
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

        private MadeEnvironment made(Info info, BaseImages bases, String base, ImageBuild.Built built) {
            InspectImageResponse image =
                    engine.ask(client -> client.inspectImageCmd(built.image()).exec());
            Container.Origin origin =
                    new Container.Origin(engine, info, image, request.plan().name());
            EnvironmentIdentity.Image about = new EnvironmentIdentity.Image(
                    Objects.requireNonNull(image.getId()),
                    image.getSize() == null ? OptionalLong.empty() : OptionalLong.of(image.getSize()),
                    base,
                    bases.digest(base, pulling()),
                    built.steps(),
                    built.reused());
            EnvironmentIdentity identity = new EnvironmentIdentity(
                    request.plan().stack(),
                    ImageName.of(request.plan()).toString(),
                    engine.version(),
                    image.getOs() + "/" + image.getArch(),
                    Optional.of(about),
                    List.of());
            MadeImage bare = new MadeImage(origin, identity);
            List<String> installed = DebianPackages.installed(bare, bases.text(), progress);
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
    }

    private interface Work {
        String run() throws InterruptedException;
    }
}
