package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.assay.replica.Replica;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.wire.RecordedRequest.Host;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The way to the site: proxies, and the room that is left for others. */
class NetworkTest {

    private static final String IMAGE = "96712457";

    @TempDir
    private Path folder;

    private Replica replica;
    private Program program;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        program = Program.in(folder).at(replica);
    }

    @AfterEach
    void stop() {
        assertThat(replica.leaks()).isEmpty();
        replica.close();
    }

    @Test
    void goesThroughTheProxyWithQuestionsAndFilesAlike() throws IOException {
        try (var proxy = new SocksRelay()) {
            var ended = program.with("ALL_PROXY", proxy.address()).run("make", IMAGE, "--yes");
            assertThat(ended.code()).as(ended.printed()).isZero();
            assertThat(proxy.ports()).contains(replica.site().getPort()).hasSizeGreaterThan(1);
            assertThat(replica.requests()).extracting(request -> request.host()).contains(Host.SITE, Host.STORAGE);
        }
    }

    @Test
    void goesNowhereWhereTheProxyDoesNotAnswer() throws IOException {
        String gone;
        try (var proxy = new SocksRelay()) {
            gone = proxy.address();
        }
        var ended = program.with("ALL_PROXY", gone).run("make", IMAGE, "--yes");
        assertThat(ended.code()).isEqualTo(9);
        assertThat(replica.requests()).isEmpty();
    }

    @Test
    void asksDirectlyWhereNoProxyIsWanted() throws IOException {
        try (var proxy = new SocksRelay()) {
            var ended = program.with("ALL_PROXY", proxy.address())
                    .with("NO_PROXY", "127.0.0.1")
                    .run("make", IMAGE, "--verify");
            assertThat(ended.code()).as(ended.printed()).isZero();
            assertThat(proxy.ports()).isEmpty();
        }
    }

    @Test
    void refusesAProxyThatItCannotUse() {
        var ended = program.with("HTTPS_PROXY", "ftp://me:secret@host").run("make", IMAGE, "--yes");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("HTTPS_PROXY").doesNotContain("secret");
        assertThat(replica.requests()).isEmpty();
    }

    @Test
    void leavesRoomForOthers() {
        var begun = System.nanoTime();
        var ended = program.run("make", IMAGE, "--yes", "--limit-rate", "400k");
        assertThat(ended.code()).as(ended.printed()).isZero();
        // 575 kB of models.
        assertThat((System.nanoTime() - begun) / 1e9).isGreaterThan(1.2);
        assertThat(program.run("make", IMAGE, "--limit-rate", "fast").code()).isEqualTo(2);
    }
}
