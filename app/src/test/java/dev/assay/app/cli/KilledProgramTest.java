package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Law 3 on the program as a process of its own, killed without warning: what is there is the old state, the new one, or
 * hidden parts that the next run uses and clears away.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledProgramTest {

    private static final World WORLD = IncidentWorld.world();
    private static final String IMAGE = Long.toString(IncidentWorld.IMAGE);

    /** The item, four versions, all licences, whether each file needs a key, and two for each of four files. */
    private static final int A_RUNS_REQUESTS = 18;

    /** What a model's file may hold under its final name. */
    private static final List<byte[]> WHOLE = WORLD.versions()
            .flatMap(version -> version.files().stream())
            .map(ModelFile::bytes)
            .flatMap(Optional::stream)
            .map(Bytes::toArray)
            .toList();

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(WORLD);
        program = Program.in(folder).at(replica);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void losesNothingThatIsOnItsWay(long seed) throws Exception {
        var random = new Random(seed);
        replica.faults().on(FaultOrder.parse("slow-file=2").orElseThrow());
        var midway = 0;
        for (int kill = 0; kill < 5; kill++) {
            killAfter(1 + random.nextInt(A_RUNS_REQUESTS), random.nextInt(500));
            everythingIsWholeOrHidden();
            midway += hidden().isEmpty() ? 0 : 1;
        }
        assertThat(midway).as("kills that met a download at work").isPositive();
        replica.faults().clear();
        var parts = hidden();
        finishes();
        if (!parts.isEmpty()) {
            assertThat(Requests.to(replica, "/model/"))
                    .anyMatch(request -> request.header("Range").isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void writesAWorkflowWholeOrNotAtAll(long seed) throws Exception {
        var random = new Random(seed);
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
        replica.forgetRequests();
        assertThat(program.run("make", IMAGE).code()).isZero();
        int last = replica.requests().size();
        for (int kill = 0; kill < 5; kill++) {
            Files.deleteIfExists(workflow());
            killAfter(last, random.nextInt(250));
            everythingIsWholeOrHidden();
        }
        finishes();
    }

    /** Kills the program so many milliseconds after its n-th request, unless it has ended by then. */
    private void killAfter(int requests, int milliseconds) throws Exception {
        replica.forgetRequests();
        var process = program.start("make", IMAGE, "--yes");
        try {
            for (int look = 0; look < 20_000 && replica.requests().size() < requests; look++) {
                process.waitFor(2, TimeUnit.MILLISECONDS);
            }
            process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void everythingIsWholeOrHidden() throws Exception {
        for (var file : files()) {
            if (file.startsWith(program.comfy().resolve("user"))) {
                isWorkflow(file);
            } else {
                assertThat(WHOLE).as(file.toString()).contains(Files.readAllBytes(file));
            }
        }
    }

    private static void isWorkflow(Path file) throws IOException, MalformedJsonException {
        var workflow = Json.parse(Files.readString(file));
        assertThat(workflow.at("version").scalar()).contains("0.4");
        assertThat(workflow.at("nodes").items()).isNotEmpty();
    }

    private void finishes() throws Exception {
        replica.forgetRequests();
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        everythingIsWholeOrHidden();
        assertThat(workflow()).exists();
        assertThat(program.models()).hasSize(4);
        assertThat(hidden()).isEmpty();
    }

    private Path workflow() {
        return program.comfy().resolve("user/default/workflows/civitai-" + IMAGE + ".json");
    }

    private List<Path> files() throws IOException {
        return all().stream().filter(file -> !isHidden(file)).toList();
    }

    private List<Path> hidden() throws IOException {
        return all().stream().filter(KilledProgramTest::isHidden).toList();
    }

    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }

    private List<Path> all() throws IOException {
        try (var files = Files.walk(program.comfy())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
