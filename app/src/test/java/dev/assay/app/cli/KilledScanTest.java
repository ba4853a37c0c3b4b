package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A batch that is killed on its way, and run again. */
class KilledScanTest {

    private static final List<Bytes> LORAS = List.of(
            Safetensors.sdxlLora("evening_light_pony", 712345), Safetensors.sdxlLora("painted_hills_pdxl", 723456));
    private static final List<String> NAMES = List.of("loras/wanted-0.safetensors", "loras/wanted-1.safetensors");

    /** More than the notes on what has arrived, and less than any of the files. */
    private static final long MIDWAY = 16_000;

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        program = Program.in(folder).at(replica).key(IncidentWorld.KEY).with("COMFYUI_URL", "http://127.0.0.1:9");
        Files.createDirectories(folder.resolve("all"));
        for (int i = 0; i < LORAS.size(); i++) {
            Files.writeString(
                    folder.resolve("all/w" + i + ".json"),
                    "{\"nodes\":[{\"id\":1,\"type\":\"LoraLoaderModelOnly\",\"widgets_values\":[\"wanted-" + i
                            + ".safetensors\",1],\"properties\":{\"models\":[{\"name\":\"wanted-" + i
                            + ".safetensors\",\"hash\":\"" + Shelf.hash(LORAS.get(i), "SHA256")
                            + "\"}]}}],\"links\":[]}");
        }
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        replica.faults().on(FaultOrder.parse("slow-file=2").orElseThrow());
        var process = program.start("scan", "all", "--fix", "--yes");
        try {
            for (int look = 0; look < 20_000 && parts() < MIDWAY && process.isAlive(); look++) {
                process.waitFor(2, TimeUnit.MILLISECONDS);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(parts()).isGreaterThan(MIDWAY);
        assertThat(NAMES).containsAll(program.models());
        replica.faults().clear();
        replica.forgetRequests();
        var ended = program.run("scan", "all", "--fix", "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactlyElementsOf(NAMES);
        for (int i = 0; i < LORAS.size(); i++) {
            assertThat(Files.readAllBytes(program.comfy().resolve("models").resolve(NAMES.get(i))))
                    .isEqualTo(LORAS.get(i).toArray());
        }
        assertThat(Requests.to(replica, "/model/"))
                .anyMatch(request -> request.header("Range").isPresent());
        assertThat(parts()).isZero();
    }

    /** Bytes of what is on its way. */
    private long parts() throws IOException {
        try (var all = Files.walk(program.comfy().resolve("models/loras"))) {
            return all.filter(file -> file.getFileName().toString().contains(".assay-"))
                    .mapToLong(KilledScanTest::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException _) {
            // It got its name, or went, just now.
            return 0;
        }
    }
}
