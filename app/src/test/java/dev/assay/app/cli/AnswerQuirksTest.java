package dev.assay.app.cli;

import java.io.IOException;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.wire.RecordedRequest;
import dev.assay.replica.world.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.app.cli.Reports.findings;
import static dev.assay.app.cli.Reports.ingredient;
import static dev.assay.app.cli.Reports.witnesses;
import static org.assertj.core.api.Assertions.assertThat;

/** Quirks 40 to 44, 47 to 51, 57, 58, 61 and 62: what does the answer mean? Each as a user meets it, through the command line. */
class AnswerQuirksTest extends AgainstTheReplica {

    /** Quirk 40. */
    @Test
    void suspectsTheKeyWhereNothingIsToBeSeen() throws IOException {
        serve();
        var ended = program.key("not-a-key").run("show", "999999");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
        assertThat(ended.printed()).contains("key", "CIVITAI_API_KEY").doesNotContain("not-a-key");
    }

    /** Quirk 40, where the image is visible all the same. */
    @Test
    void goesOnWithoutAKeyThatIsNoneAndSaysSo() throws IOException {
        serve();
        var ended = program.key("not-a-key").run("show", INCIDENT, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json())).contains("KEY_INVALID");
    }

    /** Quirks 41, 42: what does not pass while one waits is not asked again. */
    @ParameterizedTest
    @CsvSource({"PAGING_429, too many pages", "RETRY_AFTER_LONG, 3600"})
    void doesNotAskAgainWhatWaitingDoesNotHelp(Fault fault, String said) throws IOException {
        var replica = serve();
        replica.faults().on(fault);
        var ended = program.run("show", INCIDENT);
        assertThat(ended.code()).as(ended.printed()).isEqualTo(9);
        assertThat(ended.printed()).contains(said);
        assertThat(replica.requests()).hasSize(1);
    }

    /** Quirk 41: the quota of downloads lasts for hours. */
    @Test
    void asksForNoFileTwiceWhereTheQuotaIsUsedUp() throws IOException {
        var replica = serve();
        replica.faults().on(Fault.QUOTA_429);
        var ended = program.run("make", INCIDENT, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(9);
        assertThat(ended.printed()).contains("unusual amount");
        assertThat(Requests.to(replica, "/api/download/"))
                .extracting(RecordedRequest::target)
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** Quirk 43: a passing 404 is given one more chance, and no third. */
    @Test
    void triesAPassingNotFoundOnceMore() throws IOException {
        var replica = serve(plain());
        replica.faults().on(Fault.TRANSIENT_404);
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(Requests.to(replica, "/api/download/")).hasSize(2);
    }

    /** Quirk 44: the same status, and quite different advice. */
    @ParameterizedTest
    @CsvSource({"SIGN_IN_401, CIVITAI_API_KEY, disabled", "DOWNLOADS_DISABLED_401, disabled, logged in"})
    void tellsTheTwo401sApart(Fault fault, String said, String notSaid) throws IOException {
        serve(plain()).faults().on(fault);
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
        assertThat(ended.printed()).contains(said).doesNotContain(notSaid);
    }

    /** Quirk 47: no page and no message is a model; a page may pass, data in a file's place do not. */
    @ParameterizedTest
    @CsvSource({"HTML_AS_FILE, 9", "JSON_AS_FILE, 8"})
    void keepsNoPageUnderAModelsName(Fault fault, int code) throws IOException {
        serve(plain()).faults().on(fault);
        var ended = program.run("make", IMAGE, "--yes");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
        assertThat(program.models()).isEmpty();
    }

    /** Quirk 48: what the site means is found in whatever shape it says it. */
    @ParameterizedTest
    @CsvSource({"ZOD_400, expected number", "ZOD_400_OLD, Expected number", "ERROR_500, unexpected error"})
    void passesOnWhatTheSiteMeans(Fault fault, String said) throws IOException {
        serve(plain()).faults().on(fault);
        var ended = program.run("show", IMAGE);
        assertThat(ended.code()).isEqualTo(9);
        assertThat(ended.printed()).contains(said);
    }

    /** Quirks 48, 49, 51 and §2.4: a witness that cannot be heard says nothing about the image. */
    @ParameterizedTest
    @EnumSource(names = {"TRPC_401_ALWAYS", "TRPC_SCOPE_403", "TRPC_500", "TRPC_NO_PROCEDURE_404"})
    void goesOnWithoutTheInnerWitnessesAndSaysSo(Fault fault) throws IOException {
        serve(plain()).faults().on(fault);
        var ended = program.key(IncidentWorld.KEY).run("show", IMAGE, "--json");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(findings(ended.json())).contains("WITNESS_UNHEARD");
        assertThat(witnesses(ended.json())).containsOnly("item", "meta_wrapper");
    }

    /** Quirks 50, 51: asked with a number, and understood in either encoding. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hearsTheInnerWitnessesInEitherEncoding(boolean devalue) throws IOException {
        var replica = serve();
        if (devalue) {
            replica.faults().on(Fault.TRPC_DEVALUE);
        }
        var shown =
                program.key(IncidentWorld.KEY).run("show", INCIDENT, "--json").json();
        assertThat(witnesses(shown)).containsExactly("item", "meta_wrapper", "image", "generation_data");
    }

    /** Quirk 57. */
    @Test
    void saysThatTheRegionIsBlocked() throws IOException {
        var replica = serve(plain());
        replica.faults().on(Fault.REGION_451);
        var ended = program.run("show", IMAGE);
        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.printed()).contains("region");
        assertThat(replica.requests()).hasSize(1);
    }

    /** Quirk 58: a version whose number cannot be one is not asked for. */
    @Test
    void asksForNoImpossibleVersion() throws IOException {
        var impossible = Json.object()
                .put("type", "lora")
                .put("weight", 1)
                .put("modelVersionId", 99_999_999_999L)
                .build();
        var replica = serve(of(Pony.checkpoint(), impossible));
        var ended = program.run("make", IMAGE, "--yes", "--json");
        assertThat(replica.requests()).noneMatch(request -> request.target().contains("99999999999"));
        assertThat(ended.out()).contains("99999999999");
    }

    /** Quirk 61. */
    @Test
    void takesAVideoForNoPicture() throws IOException {
        serve();
        var ended = program.run("make", Long.toString(QuirksWorld.VIDEO), "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(6);
        assertThat(ended.out()).contains("video");
        assertThat(program.workflows()).isEmpty();
    }

    /** Quirk 62: a CRC32 is no key, though the site would find a file by it. */
    @Test
    void looksNothingUpByAWeakHash() throws IOException {
        var replica = serve(Image.of(ID)
                .meta(Pony.settings()
                        .put("Model hash", Pony.hash(Pony.CHECKPOINT, "CRC32"))
                        .build()));
        var ended = program.run("make", IMAGE, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ingredient(ended.json(), "checkpoint")
                        .at("resolution")
                        .at("kind")
                        .text())
                .contains("unidentified");
        assertThat(Requests.to(replica, "/api/v1/model-versions/by-hash/")).isEmpty();
    }

    /** Quirk 62: hashes of names nobody knows are tolerated. */
    @Test
    void toleratesHashesNobodyKnows() throws IOException {
        serve(plain()).faults().on(Fault.SHARED_AUTO_V3);
        assertThat(program.run("make", IMAGE, "--yes").code()).isZero();
    }
}
