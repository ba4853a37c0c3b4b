package dev.assay.app.cli;

import java.io.IOException;
import java.util.stream.LongStream;

import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.wire.RecordedRequest;
import dev.assay.replica.world.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.app.cli.Requests.parameter;
import static dev.assay.app.cli.Requests.parameters;
import static org.assertj.core.api.Assertions.assertThat;

/** Quirks 45, 46, 52 to 55, 59 and 65: how is it asked, and how does it come? Each as a user meets it, through the command line. */
class TransportQuirksTest extends AgainstTheReplica {

    private static final long POST_OF_MANY = 7000;

    /** Quirks 45, 46: one name of its own, for every host. */
    @Test
    void namesItselfAndLooksLikeNoBrowser() throws IOException {
        var replica = serve();
        replica.faults().on(Fault.META_NULL);
        program.run("make", INCIDENT, "--yes");
        assertThat(replica.requests()).extracting(RecordedRequest::host).contains(RecordedRequest.Host.STORAGE);
        assertThat(replica.requests())
                .extracting(request -> request.header("User-Agent").orElse(""))
                .allMatch(agent -> agent.startsWith("Assay/"))
                .noneMatch(agent -> agent.matches("(?i).*(mozilla|chrome|safari|firefox|opera|edge).*"));
    }

    /** Quirk 52: the key goes to the site, and to nobody else. */
    @Test
    void sendsTheKeyToTheSiteOnly() throws IOException {
        var replica = serve();
        var ended = program.key(IncidentWorld.KEY).run("make", INCIDENT, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(replica.requests())
                .filteredOn(request -> request.host() == RecordedRequest.Host.STORAGE)
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isEmpty());
        assertThat(replica.requests()).noneMatch(request -> request.target().contains(IncidentWorld.KEY));
        assertThat(Requests.to(replica, "/api/trpc/"))
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isPresent());
    }

    /** Quirk 53: whatever the storage makes of a resumption, the file is whole. */
    @ParameterizedTest
    @ValueSource(strings = {"storage-ignores-range", "storage-lying-content-range", "etag-changes", "wrong-length*1"})
    void resumesWhateverTheStorageMakesOfIt(String fault) throws IOException {
        var replica = serve(plain());
        replica.faults().on(FaultOrder.parse("cut-connection-at=2000*1").orElseThrow());
        replica.faults().on(FaultOrder.parse(fault).orElseThrow());
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(program.models()).containsExactly(Pony.CHECKPOINT_FILE);
        assertThat(Requests.to(replica, "/model/")).hasSizeGreaterThanOrEqualTo(2);
    }

    /** Quirk 53, without a fault: what is there already is not fetched again. */
    @Test
    void resumesWhereItWasCut() throws IOException {
        var replica = serve(plain());
        replica.faults().on(FaultOrder.parse("cut-connection-at=2000*1").orElseThrow());
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
        assertThat(Requests.to(replica, "/model/"))
                .extracting(request -> request.header("Range").orElse(""))
                .containsExactly("", "bytes=2000-");
    }

    /** Quirks 54, 55, 65: pages are turned by the cursor, of whatever form, at the site itself, and come to an end. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void turnsThePagesOfAPostByTheCursorAlone(boolean newer) throws IOException {
        var world = QuirksWorld.builder();
        LongStream.range(20_000, 20_130)
                .mapToObj(id -> Image.of(id).post(POST_OF_MANY).build())
                .forEach(world::image);
        var replica = serve((newer ? world.newerServer() : world).build());
        var ended = program.key(IncidentWorld.KEY).run("make", "https://civitai.com/posts/" + POST_OF_MANY, "--yes");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.printed())
                .contains("image 20000", "image 20049", "…")
                .doesNotContain("https://", IncidentWorld.KEY);
        assertThat(Requests.to(replica, "/api/v1/images"))
                .hasSize(2)
                .allSatisfy(request -> assertThat(parameters(request)).doesNotContain("page", "token"))
                .extracting(request -> parameter(request, "cursor").isEmpty())
                .containsExactly(true, false);
    }

    /** Quirk 59: in a search for models nothing is "false", and no list has commas. */
    @Test
    void searchesForModelsWithoutWordsThatMeanTheirOpposite() throws IOException {
        var replica = serve();
        program.run("show", Long.toString(QuirksWorld.ODD_TYPES));
        assertThat(replica.requests())
                .filteredOn(request -> request.path().equals("/api/v1/models"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.target()).doesNotContain("false", ",", "%2C"));
    }

    /** Quirk 65: other members, other cursors, other words for a refusal. */
    @Test
    void understandsNewerServers() throws IOException {
        serve(QuirksWorld.builder().image(plain().build()).newerServer().build());
        var ended = program.key(IncidentWorld.KEY).run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
    }
}
