package org.specimen.proof.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.problem.OutsideFailure;
import org.specimen.process.LiveProgram;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.proof.LiveServer;
import org.specimen.proof.LogLine;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.RunRequest;
import org.specimen.proof.ServerRequest;
import org.specimen.proof.Station;
import org.specimen.task.Progress;

/**
 * An environment that is a folder of this computer.
 *
 * @param interpreter of Python
 * @param programFolders where its programs lie, before those of this computer
 * @param variables what its programs are given beside what the computer gives them
 * @param before words put before each program, as {@code conda run} wants them; often empty
 * @param environment the variables of this computer
 */
record LocalEnvironment(
        EnvironmentIdentity identity,
        Path interpreter,
        List<Path> programFolders,
        Map<String, String> variables,
        List<String> before,
        Map<String, String> environment)
        implements MadeEnvironment {

    /** The endings of programs on Windows. */
    private static final List<String> ENDINGS =
            File.separatorChar == '\\' ? List.of("", ".exe", ".bat", ".cmd") : List.of("");

    @Override
    public List<String> python() {
        return List.of(interpreter.toString());
    }

    @Override
    public RunOutcome run(RunRequest request, Station station, ProofListener listener, Progress progress) {
        LiveProgram.Ended ended = program(request)
                .run(
                        (line, isError) -> listener.logged(
                                LogLine.of(station, isError ? LogLine.Source.ERRORS : LogLine.Source.OUTPUT, line)),
                        progress);
        return new RunOutcome(
                ended.status(),
                ended.output(),
                ended.errors(),
                ended.outOfTime() ? RunOutcome.End.OUT_OF_TIME : RunOutcome.End.BY_ITSELF,
                ended.took());
    }

    @Override
    public LiveServer serve(ServerRequest request, ProofListener listener, Progress progress) {
        progress.checkCancelled();
        return LocalServer.start(this, request, listener);
    }

    private LiveProgram program(RunRequest request) {
        SortedMap<String, String> all = ComputerVariables.forRuns(environment);
        String pathName = ComputerVariables.pathName(all);
        String path = all.getOrDefault(pathName, "");
        all.put(
                pathName,
                programFolders.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                        + (path.isEmpty() ? "" : File.pathSeparator + path));
        all.putAll(variables);
        all.putAll(request.variables());
        return new LiveProgram(
                words(request, all.getOrDefault(pathName, "")),
                request.workFolder(),
                all,
                request.input(),
                request.limits().time());
    }

    private List<String> words(RunRequest request, String path) {
        List<String> words = new ArrayList<>(before);
        words.add(program(request.words().get(0), request.workFolder(), path));
        words.addAll(request.words().subList(1, request.words().size()));
        return words;
    }

    /** Java looks for programs where its own PATH leads, so that the environment's are looked for here. */
    private String program(String word, Path workFolder, String path) {
        if (word.contains("/") || word.contains(File.separator)) {
            return workFolder.resolve(word).toString();
        }
        return Stream.concat(
                        programFolders.stream(),
                        Stream.of(path.split(File.pathSeparator)).flatMap(LocalEnvironment::folder))
                .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(word + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(Path::toString)
                .orElseThrow(() -> new OutsideFailure("There is no program \"" + word
                        + "\", neither in the environment nor on this computer. Check how it is written, or install"
                        + " it."));
    }

    private static Stream<Path> folder(String text) {
        try {
            return text.isEmpty() ? Stream.empty() : Optional.of(Path.of(text)).filter(Path::isAbsolute).stream();
        } catch (InvalidPathException none) {
            return Stream.empty();
        }
    }

    /** Programs end with the call that runs them. */
    @Override
    public void close() {}
}
