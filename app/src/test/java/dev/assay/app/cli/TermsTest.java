package dev.assay.app.cli;

import java.io.IOException;
import java.util.function.UnaryOperator;

import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.Access;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.VersionBuilder;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Licence, price, sign-in and early access are said before anything is queued, by {@code make} as by {@code get}. */
class TermsTest extends AgainstTheReplica {

    private static final String VERSION = Long.toString(Pony.CHECKPOINT);
    private static final String PAGE = "https://civitai.com/models/257749?modelVersionId=" + VERSION;

    private void serve(UnaryOperator<VersionBuilder> checkpoint) throws IOException {
        var version = Version.of(Pony.CHECKPOINT, "V6", "Pony")
                .file(ModelFile.of(228616, "pony.safetensors", Safetensors.sdxlCheckpoint(290640))
                        .primary());
        serve(World.builder()
                .image(plain().build())
                .model(Model.of(257749, "Pony", "Checkpoint")
                        .version(checkpoint.apply(version))
                        .build())
                .key(IncidentWorld.KEY)
                .build());
    }

    private boolean asksForBytes() {
        return !Requests.to(replica(), "/api/download/").isEmpty();
    }

    @Test
    void saysTheLicenceWithOneQuestionForAllModels() throws IOException {
        serve(version -> version);
        var ended = program.key(IncidentWorld.KEY).run("make", IMAGE, "--verify");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(ended.out()).contains("licence: no credit needed, commercial use: Image, RentCivit", "page: " + PAGE);
        assertThat(Requests.to(replica(), "/api/v1/models")).hasSize(1);
        assertThat(Requests.to(replica(), "/api/v1/model-versions/mini")).isEmpty();
        var json = program.run("make", IMAGE, "--verify", "--json").json();
        assertThat(json.write()).contains("\"licence\":\"no credit needed");
    }

    /** Nobody is told about the licence of what is here already. */
    @Test
    void asksNothingOfWhatIsNotFetched() throws IOException {
        serve(version -> version);
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
        var before = replica().requests().size();
        var again = program.run("make", IMAGE, "--verify");
        assertThat(again.out()).doesNotContain("licence:");
        assertThat(replica().requests().subList(before, replica().requests().size()))
                .noneMatch(request -> request.path().equals("/api/v1/models"));
    }

    @Test
    void beginsNothingThatNeedsAKeyWithoutOne() throws IOException {
        serve(version -> version.access(Access.SIGN_IN));
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
        assertThat(ended.out()).contains("sign-in needed", "CIVITAI_API_KEY", PAGE);
        assertThat(asksForBytes()).isFalse();
        assertThat(program.run("make", IMAGE, "--verify").code()).isEqualTo(5);
        assertThat(program.key(IncidentWorld.KEY).run("make", IMAGE, "--yes").code())
                .isZero();
    }

    @Test
    void saysThePriceAndBeginsNothing() throws IOException {
        serve(version -> version.price(500));
        for (var command : new String[][] {{"get", VERSION}, {"make", IMAGE}}) {
            var ended = program.run(command[0], command[1], "--yes");
            assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
            assertThat(ended.out()).contains("500 Buzz", PAGE);
        }
        assertThat(asksForBytes()).isFalse();
        assertThat(program.models()).isEmpty();
    }
}
