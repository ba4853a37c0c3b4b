package dev.assay.comfyui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.comfyui.job.JobId;
import dev.assay.comfyui.job.JobJournal;
import dev.assay.comfyui.job.JobQueue;
import dev.assay.comfyui.job.JobRecord;
import dev.assay.comfyui.job.JobResult;
import dev.assay.comfyui.job.JobState;
import dev.assay.comfyui.job.Submission;
import dev.assay.comfyui.job.Submitted;
import dev.assay.comfyui.watch.News;
import dev.assay.comfyui.watch.Outcome;
import dev.assay.comfyui.watch.Pace;
import dev.assay.core.hash.Sha256;
import dev.assay.replica.comfy.Comfy;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.Workflows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** One job on one server, whatever the server does. */
class JobTest {

    private static final Pace QUICK = new Pace(Duration.ofSeconds(2), Duration.ofMillis(20), Duration.ofMillis(300));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final JobId id = JobId.fresh();
    private final List<News> news = new ArrayList<>();
    private Comfy comfy;
    private ComfyServer server;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("models/checkpoints"));
        Files.createFile(folder.resolve("models/checkpoints/base.safetensors"));
        comfy = Comfy.start(folder);
        server = new ComfyServer(comfy.address());
    }

    @AfterEach
    void stop() {
        server.close();
        comfy.close();
    }

    private Submitted submit() {
        return server.jobs().submit(new Submission(id, Workflows.textToImage("base.safetensors", 1), Optional.empty()));
    }

    private Outcome run() throws InterruptedException {
        return run(QUICK);
    }

    private Outcome run(Pace pace) throws InterruptedException {
        try (var watch = server.listen(id, pace, System::nanoTime)) {
            var submitted = (Submitted.Queued) submit();
            var outcome = watch.follow(submitted.id(), news::add);
            assertThat(watch.strangers().isEmpty())
                    .isEqualTo(!comfy.faults().active().contains(Fault.COMFY_FOREIGN_MESSAGES));
            return outcome;
        }
    }

    private static List<String> files(Outcome outcome) {
        return ((JobResult.Done) ((Outcome.Ended) outcome).result())
                .files().stream().map(file -> file.filename()).toList();
    }

    @Test
    void tellsEachStepAndTheFiles() throws InterruptedException {
        comfy.faults().on(FaultOrder.of(Fault.COMFY_SLOW));
        assertThat(files(run())).containsExactly("hills_00001_.png");
        assertThat(news).contains(new News.Node("5"), new News.Step("5", 4, 4));
    }

    @Test
    void followsWithoutAWebSocket() throws InterruptedException {
        comfy.faults().on(Fault.COMFY_NO_WEBSOCKET);
        assertThat(files(run())).hasSize(1);
        assertThat(news).noneMatch(News.Step.class::isInstance);
    }

    @Test
    void survivesALineThatIsCut() throws InterruptedException {
        comfy.faults().on(Fault.COMFY_WEBSOCKET_DROPS, 1);
        assertThat(files(run())).hasSize(1);
    }

    @Test
    void takesNoMessageAboutAnotherJobForItsOwn() throws InterruptedException {
        comfy.faults().on(Fault.COMFY_FOREIGN_MESSAGES);
        assertThat(files(run())).containsExactly("hills_00001_.png");
        assertThat(news).noneMatch(piece -> piece instanceof News.Step(var _, var _, var max) && max == 1000);
    }

    @Test
    void takesNoHistoryOfAnotherJobForItsOwn() throws InterruptedException {
        comfy.faults().on(Fault.COMFY_LYING_HISTORY);
        assertThat(run())
                .isInstanceOfSatisfying(
                        Outcome.Foreign.class,
                        foreign -> assertThat(foreign.received())
                                .doesNotContain(id.value())
                                .isNotEmpty());
        comfy.faults().off(Fault.COMFY_LYING_HISTORY).on(Fault.COMFY_FOREIGN_HISTORY);
        assertThat(server.jobs().find(id)).isInstanceOf(JobState.Foreign.class);
        comfy.faults().clear();
        assertThat(server.jobs().find(id)).isInstanceOf(JobState.Ended.class);
    }

    @Test
    void saysThatTheJobIsGoneWhenTheServerStartedAnew() throws InterruptedException {
        comfy.faults().on(Fault.COMFY_RESTARTS, 1);
        assertThat(run()).isEqualTo(new Outcome.Gone());
    }

    @Test
    void givesUpAServerThatStaysSilent() throws InterruptedException {
        comfy.faults().on(Fault.COMFY_DIES, 1);
        assertThat(run()).isInstanceOf(Outcome.Lost.class);
        assertThat(news).hasAtLeastOneElementOfType(News.Silence.class);
    }

    /** The time in which the line was trusted and nobody asked is no silence. */
    @Test
    void asksOnceMoreBeforeItGivesUpHoweverLongItDidNotAsk() throws InterruptedException {
        comfy.faults().on(Fault.COMFY_DIES, 1);
        assertThat(run(new Pace(QUICK.quiet(), QUICK.poll(), Duration.ofNanos(1))))
                .isInstanceOf(Outcome.Lost.class);
        assertThat(news).hasAtLeastOneElementOfType(News.Silence.class);
    }

    @Test
    void findsItsJobOnAServerThatChoosesTheIdsItself() {
        comfy.faults().on(Fault.COMFY_OLD).on(Fault.COMFY_NEVER_FINISHES);
        var given = ((Submitted.Queued) submit()).id();
        assertThat(given).isNotEqualTo(id);
        assertThat(server.jobs().from(id)).contains(given);
        assertThat(server.jobs().find(id)).isEqualTo(new JobState.Unknown());
    }

    @Test
    void cancelsItsOwnJobAndNoOther() {
        comfy.faults().on(Fault.COMFY_OLD).on(Fault.COMFY_NEVER_FINISHES);
        var stranger = comfy.strangersJob();
        var given = ((Submitted.Queued) submit()).id();
        assertThat(server.jobs().find(given)).isEqualTo(new JobState.Waiting(1));
        assertThat(server.jobs().cancel(given, PATIENCE)).isEqualTo(JobQueue.Cancelled.REMOVED);
        assertThat(server.jobs().cancel(given, PATIENCE)).isEqualTo(JobQueue.Cancelled.NOT_THERE);
        assertThat(server.jobs().find(new JobId(stranger))).isEqualTo(new JobState.Running());
        assertThat(comfy.requests()).noneMatch(request -> request.path().equals("/interrupt"));
    }

    @Test
    void remembersAJobUntilItIsOver() throws IOException {
        var journal = new JobJournal(folder.resolve("jobs"));
        var graph = new Sha256("a".repeat(64));
        var record = new JobRecord(id, id, server.address(), graph, Instant.EPOCH, false);
        journal.keep(record);
        var taken = record.taken(new JobId("other"));
        journal.keep(taken);
        assertThat(journal.find(server.address(), graph)).contains(taken);
        assertThat(journal.find("http://elsewhere", graph)).isEmpty();
        Files.writeString(folder.resolve("jobs/half.json"), "{\"schema\":\"assay/job/1\",\"id\":");
        assertThat(journal.find(server.address(), graph)).contains(taken);
        journal.forget(taken);
        assertThat(journal.find(server.address(), graph)).isEmpty();
    }
}
