package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.assay.core.json.Json;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** Real processes that are stopped or killed while their job runs. */
@Execution(ExecutionMode.CONCURRENT)
class RunProcessTest {

    @TempDir
    private Path folder;

    private Program program;
    private Comfy comfy;

    @BeforeEach
    void start() throws IOException {
        program = Program.in(folder);
        Files.createFile(program.comfy().resolve("models/checkpoints/base.safetensors"));
        comfy = Comfy.start(program.comfy());
        program.with("COMFYUI_URL", comfy.address().toString());
        Files.writeString(
                folder.resolve("hills.json"),
                Workflows.textToImage("base.safetensors", 7).write());
    }

    @AfterEach
    void stop() {
        comfy.close();
    }

    private int running() {
        return comfy.queue().at("queue_running").items().size();
    }

    private int waiting() {
        return comfy.queue().at("queue_pending").items().size();
    }

    private Process until(BooleanSupplier reached) throws IOException, InterruptedException {
        var process = program.start("run", "hills.json");
        for (int i = 0; i < 600 && process.isAlive() && !reached.getAsBoolean(); i++) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        assertThat(reached.getAsBoolean()).as("the job came into the queue").isTrue();
        return process;
    }

    /** What Ctrl-C does. */
    private static String interrupt(Process process) throws IOException, InterruptedException {
        assumeFalse(ignoresInterrupts(process), "these tests were started with SIGINT ignored, as nohup and \"&\" do");
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Programs inherit what their parents ignore, and Java then leaves it so. */
    private static boolean ignoresInterrupts(Process process) throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        var ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .findFirst()
                .orElse(0L);
        var interrupt = 1L << (2 - 1);
        return (ignored & interrupt) != 0;
    }

    private static void eventually(BooleanSupplier reached) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reached.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(reached.getAsBoolean()).isTrue();
    }

    private boolean wasInterrupted() {
        return comfy.history().write().contains("execution_interrupted");
    }

    @Test
    void stopsItsOwnJobOnCtrlC() throws Exception {
        comfy.faults().on(Fault.COMFY_NEVER_FINISHES);
        var said = interrupt(until(() -> running() == 1));
        assertThat(said).contains("told to stop");
        assertThat(comfy.requests())
                .filteredOn(request -> request.path().equals("/interrupt"))
                .hasSize(1);
        eventually(() -> running() == 0 && wasInterrupted());
    }

    @Test
    void stopsNobodyElsesJobOnCtrlC() throws Exception {
        comfy.faults().on(Fault.COMFY_OLD).on(Fault.COMFY_NEVER_FINISHES);
        var stranger = comfy.strangersJob();
        eventually(() -> running() == 1);
        var said = interrupt(until(() -> waiting() == 1));
        assertThat(said).contains("taken off the queue");
        assertThat(waiting()).isZero();
        assertThat(comfy.queue().at("queue_running").at(0).at(1)).isEqualTo(Json.of(stranger));
        assertThat(comfy.requests()).noneMatch(request -> request.path().equals("/interrupt"));
    }

    @Test
    void findsItsJobAgainAfterItWasKilled() throws Exception {
        comfy.faults().on(FaultOrder.of(Fault.COMFY_SLOW).value(400));
        var process = until(() -> running() == 1);
        process.destroyForcibly().waitFor();
        var ended = program.run("run", "hills.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("JOB_RESUMED");
        assertThat(folder.resolve("hills_00001_.png")).isRegularFile();
        assertThat(comfy.history().members()).hasSize(1);
    }

    @Test
    void queuesAnewWhatItWasStoppedIn() throws Exception {
        comfy.faults().on(Fault.COMFY_NEVER_FINISHES, 1);
        interrupt(until(() -> running() == 1));
        var ended = program.run("run", "hills.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(comfy.history().members()).hasSize(2);
    }

    @Test
    void saysThatTheServerHasForgottenItsJob() throws Exception {
        comfy.faults().on(Fault.COMFY_NEVER_FINISHES, 1);
        // Killed: stopped, it might have learnt the end of its job by itself.
        until(() -> running() == 1).destroyForcibly().waitFor();
        comfy.restart();
        var ended = program.run("run", "hills.json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("JOB_GONE", "does not know that job any more");
    }
}
