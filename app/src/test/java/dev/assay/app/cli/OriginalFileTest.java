package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.assay.replica.Replica;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The original file of an image, where it alone holds the metadata. */
class OriginalFileTest {

    private static final World WORLD = IncidentWorld.world();

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(WORLD);
        replica.faults().on(Fault.META_NULL).on(Fault.TRPC_401_ALWAYS);
        program = Program.in(folder).at(replica);
    }

    @AfterEach
    void stop() {
        replica.close();
    }

    @Test
    void isNotSaidToHoldNothingWhereItCouldNotBeRead() {
        for (var fault : new Fault[] {Fault.MEDIA_404, Fault.MEDIA_PAGE}) {
            replica.faults().on(fault);
            var ended = program.run("show", "96712457");
            assertThat(ended.code()).isEqualTo(6);
            assertThat(ended.out()).contains("could not be read").doesNotContain("holds none");
            replica.faults().off(fault);
        }
    }

    @Test
    void isSaidToHoldNothingWhereItHoldsNothing() {
        replica.faults().on(Fault.MEDIA_STRIPPED);
        assertThat(program.run("show", "96712457").out()).doesNotContain("could not be read");
    }

    @Test
    void isFetchedAgainWhereAPageCameInItsPlace() {
        replica.faults().on(Fault.MEDIA_PAGE);
        assertThat(program.run("show", "96712457").code()).isEqualTo(6);
        replica.faults().off(Fault.MEDIA_PAGE);
        var ended = program.run("show", "96712457");
        assertThat(ended.code()).as(ended.printed()).isZero();
    }
}
