package dev.assay.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Long work as a resource, as a script would use it. */
class PageJobsTest {

    private static final String IMAGE = Long.toString(IncidentWorld.IMAGE);

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = Desk.in(folder, IncidentWorld.world());
    }

    @AfterEach
    void close() {
        assertThat(desk.replica().leaks()).isEmpty();
        desk.close();
    }

    @Test
    void tellsTheDocumentThatTheCommandPrints() {
        var job = shown();
        var document = desk.get("/api/jobs/" + id(job) + "/document");
        assertThat(document.at("schema").text()).contains("assay/report/1");
        assertThat(document.at("verdict").at("state").text()).contains("proven");
        assertThat(job.at("pictures").items()).containsExactly(Json.of("original"));
        assertThat(desk.comfy().resolve("user")).doesNotExist();
    }

    @Test
    void getsWhatWasAgreedTo() {
        var made = desk.over(id(make(shown().at("plan").at("digest").text().orElseThrow())));
        assertThat(made.at("exitCode").integer()).contains(0L);
        assertThat(desk.comfy().resolve("user/default/workflows/civitai-" + IMAGE + ".json"))
                .exists();
    }

    @Test
    void getsNothingThatWasNotAgreedTo() throws IOException {
        var made = desk.over(id(make("another plan")));
        assertThat(made.at("exitCode").integer()).contains(11L);
        try (var files = Files.walk(desk.comfy())) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void getsNothingOfWhatIsContradicted() {
        desk.replica().faults().on(Fault.IGNORE_IMAGE_ID);
        var job = shown();
        assertThat(job.at("exitCode").integer()).contains(4L);
        assertThat(job.at("graph").bool()).contains(false);
        var made = desk.over(id(make(job.at("plan").at("digest").text().orElse(""))));
        assertThat(made.at("exitCode").integer()).contains(4L);
        assertThat(desk.comfy().resolve("user")).doesNotExist();
    }

    /** Whatever waits for its turn is not waited for by whoever does not want it any more. */
    @Test
    void holdsAndEndsAtOnceWhatWaitsForItsTurn() {
        var digest = shown().at("plan").at("digest").text().orElseThrow();
        desk.replica().faults().on(FaultOrder.parse("slow-file=20").orElseThrow());
        var first = id(make(digest));
        awaitBytes(first);
        var ended = queued();
        assertThat(change(ended, "cancel")).contains("cancelled");
        var held = queued();
        assertThat(change(held, "pause")).contains("paused");
        assertThat(change(held, "resume")).contains("queued");
        assertThat(change(first, "cancel")).contains("running");
        desk.replica().faults().clear();
        assertThat(desk.over(held).at("state").text()).contains("done");
        assertThat(desk.get("/api/jobs/" + ended).at("state").text()).contains("cancelled");
    }

    private String queued() {
        var order = Json.object().put("kind", "lock").put("reference", IMAGE).put("offline", true);
        var job = desk.post("/api/jobs", order.build());
        assertThat(job.at("state").text()).contains("queued");
        return id(job);
    }

    private Optional<String> change(String job, String verb) {
        return desk.post("/api/jobs/" + job + "/" + verb, Json.object().build())
                .at("state")
                .text();
    }

    @Test
    void goesOnAfterAPauseAndAnotherStart() {
        var digest = shown().at("plan").at("digest").text().orElseThrow();
        desk.replica().faults().on(FaultOrder.parse("slow-file=20").orElseThrow());
        var job = id(make(digest));
        awaitBytes(job);
        desk.post("/api/jobs/" + job + "/pause", Json.object().build());
        var held = awaitState(job, "paused");
        assertThat(held.at("exitCode").integer()).contains(11L);
        desk.reopenPage();
        assertThat(desk.get("/api/jobs/" + job).at("state").text()).contains("paused");
        desk.replica().faults().clear();
        desk.replica().forgetRequests();
        desk.post("/api/jobs/" + job + "/resume", Json.object().build());
        assertThat(desk.over(job).at("exitCode").integer()).contains(0L);
        assertThat(desk.replica().requests())
                .anyMatch(request -> request.header("Range").isPresent());
    }

    /** What is left of a plan is no other plan: whoever agreed to all of it is not asked again. */
    @Test
    void goesOnAfterAPauseOnceSomeOfTheFilesAreThere() {
        var digest = shown().at("plan").at("digest").text().orElseThrow();
        desk.replica().faults().on(FaultOrder.parse("slow-file=20").orElseThrow());
        var job = id(make(digest));
        await(job, PageJobsTest::hasAWholeFile);
        desk.post("/api/jobs/" + job + "/pause", Json.object().build());
        awaitState(job, "paused");
        desk.reopenPage();
        desk.replica().faults().clear();
        desk.post("/api/jobs/" + job + "/resume", Json.object().build());
        assertThat(desk.over(job).at("exitCode").integer()).contains(0L);
    }

    private static boolean hasAWholeFile(Json job) {
        return job.at("tracks").items().stream()
                .anyMatch(track -> track.at("what").text().equals(Optional.of("fetching"))
                        && track.at("total").integer().isPresent()
                        && track.at("done").equals(track.at("total")));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(desk.post("/api/jobs", Json.object().put("kind", "sing").build())
                        .at("exitCode")
                        .integer())
                .contains(2L);
        assertThat(desk.get("/api/jobs/nothing").at("exitCode").integer()).contains(2L);
    }

    @Test
    void takesNoPathOfThisComputerForAnImage() throws IOException {
        var file = Files.writeString(folder.resolve("private.txt"), "private");
        var order = Json.object()
                .put("kind", "show")
                .put("reference", file.toString())
                .build();
        assertThat(desk.over(id(desk.post("/api/jobs", order))).at("exitCode").integer())
                .contains(2L);
    }

    @Test
    void forgetsWhatIsOver() {
        var id = id(shown());
        var answer = desk.send(desk.request("/api/jobs/" + id).DELETE());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(desk.get("/api/jobs").at("jobs").items()).isEmpty();
        assertThat(folder.resolve("home/page/jobs/" + id)).doesNotExist();
    }

    private Json shown() {
        return desk.over(id(desk.post(
                "/api/jobs",
                Json.object().put("kind", "show").put("reference", IMAGE).build())));
    }

    private Json make(String plan) {
        return desk.post(
                "/api/jobs",
                Json.object()
                        .put("kind", "make")
                        .put("reference", IMAGE)
                        .put("plan", plan)
                        .build());
    }

    private static String id(Json job) {
        return job.at("id").text().orElseThrow(() -> new AssertionError(job.writePretty()));
    }

    private void awaitBytes(String job) {
        await(
                job,
                state -> state.at("tracks").items().stream()
                        .anyMatch(track -> track.at("done").integer().orElse(0L) > 20_000));
    }

    private Json awaitState(String job, String state) {
        return await(job, one -> one.at("state").text().filter(state::equals).isPresent());
    }

    private Json await(String job, java.util.function.Predicate<Json> wanted) {
        for (int look = 0; look < 100_000; look++) {
            var state = desk.get("/api/jobs/" + job);
            if (wanted.test(state)) {
                return state;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError(
                "it never came: " + desk.get("/api/jobs/" + job).writePretty());
    }
}
