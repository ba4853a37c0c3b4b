package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.ImageBuilder;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The program against a replica of the test's choice; whatever is tested, no key gets to where it does not belong. */
@Execution(ExecutionMode.CONCURRENT)
abstract class AgainstTheReplica {

    static final String INCIDENT = Long.toString(IncidentWorld.IMAGE);

    /** The number of {@link #plain()}. */
    static final long ID = 9001;

    static final String IMAGE = Long.toString(ID);
    static final String WORKFLOW = "w.api.json";

    @TempDir
    Path folder;

    Program program;

    private Optional<Replica> running = Optional.empty();

    @BeforeEach
    void start() {
        program = Program.in(folder);
    }

    @AfterEach
    void stop() {
        running.ifPresent(replica -> {
            assertThat(replica.leaks()).isEmpty();
            replica.close();
        });
    }

    /** The replica that serves. */
    Replica replica() {
        return running.orElseThrow();
    }

    /** Serves the world of quirks. */
    Replica serve() throws IOException {
        return serve(QuirksWorld.world());
    }

    /** Serves the world of quirks, and this image. */
    Replica serve(ImageBuilder image) throws IOException {
        return serve(QuirksWorld.builder().image(image.build()).build());
    }

    Replica serve(World world) throws IOException {
        var replica = Replica.start(world);
        running = Optional.of(replica);
        program.at(replica);
        return replica;
    }

    /** An image that can be made, of one checkpoint and nothing else. */
    static ImageBuilder plain() {
        return Image.of(ID).meta(Pony.meta().build());
    }

    /** The same, of these resources. */
    static ImageBuilder of(Json... resources) {
        return Image.of(ID)
                .meta(Pony.settings()
                        .put("civitaiResources", List.of(resources))
                        .build());
    }
}
