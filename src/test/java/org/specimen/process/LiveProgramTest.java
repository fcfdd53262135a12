package org.specimen.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LiveProgramTest {

    @TempDir
    Path folder;

    @Test
    void linesAreHeardWhileTheProgramStillRuns() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        Path answer = folder.resolve("answer");
        // It ends only after the test has heard its first line and has answered.
        LiveProgram program = shell("echo ready; while [ ! -e answer ]; do sleep 0.05; done; echo done >&2; exit 3");
        Thread answering = new Thread(() -> {
            try {
                if (heard.await(30, TimeUnit.SECONDS)) {
                    Files.createFile(answer);
                }
            } catch (InterruptedException | IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
        answering.start();
        LiveProgram.Ended ended = program.run((line, isError) -> heard.countDown(), Progress.NONE);
        answering.join();
        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.output()).isEqualTo("ready\n");
        assertThat(ended.errors()).isEqualTo("done\n");
        assertThat(ended.outOfTime()).isFalse();
    }

    @Test
    void readsItsInputAndSeesOnlyTheVariablesThatItIsGiven() {
        LiveProgram program = new LiveProgram(
                List.of("/bin/sh", "-c", "cat; /usr/bin/env | grep -v -E '^(PWD|SHLVL|_|OLDPWD)='"),
                folder,
                Map.of("ANSWER", "42"),
                "grüße\n",
                Duration.ofSeconds(30));
        assertThat(program.run((line, isError) -> {}, Progress.NONE).output()).isEqualTo("grüße\nANSWER=42\n");
    }

    @Test
    void aProgramThatTakesTooLongEndsWithAllThatItStarted() throws IOException {
        LiveProgram program = shell("sleep 300 & echo $! > child; wait", Duration.ofMillis(700));
        LiveProgram.Ended ended = program.run((line, isError) -> {}, Progress.NONE);
        assertThat(ended.outOfTime()).isTrue();
        assertThat(ended.status()).isGreaterThanOrEqualTo(128);
        assertThat(childIsAlive()).isFalse();
    }

    @Test
    void aProgramThatDoesNotEndWhenAskedToIsEndedByForce() {
        LiveProgram program = shell("trap '' TERM; echo up; while true; do sleep 1; done", Duration.ofMillis(500));
        assertThat(program.run((line, isError) -> {}, Progress.NONE).status()).isEqualTo(137);
    }

    @Test
    void aCancelledProgramEndsWithAllThatItStarted() throws IOException {
        CountDownLatch heard = new CountDownLatch(1);
        Progress cancelledOnceHeard = new Progress() {
            @Override
            public void doing(String what, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return heard.getCount() == 0;
            }
        };
        LiveProgram program = shell("sleep 300 & echo $! > child; echo up; wait");
        assertThatThrownBy(() -> program.run((line, isError) -> heard.countDown(), cancelledOnceHeard))
                .isInstanceOf(Cancelled.class);
        assertThat(childIsAlive()).isFalse();
    }

    @Test
    void aChildThatOutlivesItDoesNotHoldItUpAndDoesNotStay() throws IOException {
        LiveProgram program = shell("sleep 300 & echo $! > child; sleep 0.5; echo done");
        LiveProgram.Ended ended = program.run((line, isError) -> {}, Progress.NONE);
        assertThat(ended.succeeded()).isTrue();
        assertThat(ended.output()).isEqualTo("done\n");
        assertThat(childIsAlive()).isFalse();
    }

    @Test
    void ofAFloodTheBeginningOfTheOutputAndTheEndOfTheErrorsAreKept() {
        AtomicInteger lines = new AtomicInteger();
        LiveProgram program = shell("echo first; yes 0123456789012345678901234567890123456789 | head -c 60000000;"
                + " yes e | head -c 9000000 >&2; echo last >&2");
        LiveProgram.Ended ended = program.run((line, isError) -> lines.incrementAndGet(), Progress.NONE);
        assertThat(ended.output()).startsWith("first\n").hasSize(LiveProgram.MAX_CHARACTERS);
        assertThat(ended.errors()).endsWith("e\nlast\n").hasSize(LiveProgram.MAX_CHARACTERS);
        assertThat(lines.get()).isGreaterThan(5_900_000);
    }

    @Test
    void aProgramThatIsNotThereIsTold() {
        LiveProgram program = new LiveProgram(
                List.of(folder.resolve("nothing").toString()), folder, Map.of(), "", Duration.ofSeconds(1));
        assertThatThrownBy(() -> program.run((line, isError) -> {}, Progress.NONE))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("nothing could not be started");
    }

    @Test
    void aLineEndsWithALineFeedOrAReturnAndOneWithoutEndIsCut() {
        List<String> lines = new ArrayList<>();
        LineSplitter splitter = new LineSplitter(lines::add);
        char[] text = ("one\r\ntwo 10%\rtwo 20%\r\n\nthree" + "x".repeat(LineSplitter.LONGEST)).toCharArray();
        splitter.add(text, text.length);
        splitter.end();
        assertThat(lines).hasSize(5).startsWith("one", "two 10%", "two 20%", "");
        assertThat(lines.get(4)).hasSize(LineSplitter.LONGEST).startsWith("three");
    }

    private boolean childIsAlive() throws IOException {
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        return ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false);
    }

    private LiveProgram shell(String script) {
        return shell(script, Duration.ofSeconds(50));
    }

    private LiveProgram shell(String script, Duration time) {
        return new LiveProgram(List.of("/bin/sh", "-c", script), folder, Map.of("PATH", "/usr/bin:/bin"), "", time);
    }
}
