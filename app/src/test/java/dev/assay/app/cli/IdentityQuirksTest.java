package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Path;

import dev.assay.core.json.Json;
import dev.assay.replica.Replica;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.sample.QuirkyModels;
import dev.assay.replica.wire.RecordedRequest;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.assay.app.cli.Reports.findings;
import static dev.assay.app.cli.Reports.ingredient;
import static dev.assay.app.cli.Reports.resolutions;
import static dev.assay.app.cli.Reports.value;
import static dev.assay.app.cli.Requests.parameter;
import static dev.assay.app.cli.Requests.parameters;
import static org.assertj.core.api.Assertions.assertThat;

/** Quirks 1 to 19: whose answer is it? Each as a user meets it, through the command line. */
@Execution(ExecutionMode.CONCURRENT)
class IdentityQuirksTest {

    private static final String INCIDENT = Long.toString(IncidentWorld.IMAGE);
    private static final long BY_HASH = 8001;
    private static final long BY_SHARED_HASH = 8002;
    private static final long OF_NOTHING = 8003;
    private static final String UUID = "5d3b7a51-9f0e-4c7b-8a44-2f6d96712457";

    private static final World WORLD = QuirksWorld.builder()
            .image(Image.of(BY_HASH)
                    .meta(Pony.meta()
                            .put("hashes", hashes("lora:mine", Pony.hash(Pony.LORA, "AutoV2")))
                            .build())
                    .build())
            .image(Image.of(BY_SHARED_HASH)
                    .meta(Pony.meta()
                            .put("hashes", hashes("lora:renamed", sharedAutoV3()))
                            .build())
                    .build())
            .image(Image.of(OF_NOTHING)
                    .meta(Pony.meta()
                            .put("hashes", hashes("lora:mine", "e3b0c44298fc"))
                            .build())
                    .build())
            .build();

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
        assertThat(replica.leaks()).isEmpty();
        replica.close();
    }

    /** Quirks 1, 9, 64: parameters of a closed set, each stated and none left to a default. */
    @Test
    void asksWithParametersThatTheSiteKnowsAndReliesOnNoDefault() {
        program.key(IncidentWorld.KEY).run("make", INCIDENT, "--yes");
        program.run("make", "https://civitai.com/posts/" + QuirksWorld.POST_OF_TWO);
        var lists = Requests.to(replica, "/api/v1/images");
        assertThat(lists)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(request -> assertThat(parameters(request))
                        .isSubsetOf("imageId", "postId", "browsingLevel", "withMeta", "flatMeta", "limit", "cursor")
                        .contains("browsingLevel", "limit"));
        assertThat(lists)
                .filteredOn(request -> parameters(request).contains("imageId"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(parameters(request)).contains("withMeta", "flatMeta"));
    }

    /** Quirks 2, 58, 63. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.5",
                "2147483648",
                "99999999999999999999",
                "https://civitai.com/images/0",
                "https://civitai.com/images/2147483648",
                "https://civitai.com.evil.example/images/96712457",
                "https://evil-civitai.com/images/96712457",
                "https://civitai.com@evil.example/images/96712457",
                "https://civitai.com:8443/images/96712457",
                "https://civitai%2ecom/images/96712457",
                "https://civit\u0430i.com/images/96712457",
                "ftp://civitai.com/images/96712457",
            })
    void refusesWhatItDoesNotFullyUnderstandBeforeAnythingIsSent(String reference) {
        var ended = program.run("make", "--yes", "--", reference);
        assertThat(ended.code()).as(ended.printed()).isEqualTo(2);
        assertThat(replica.requests()).isEmpty();
    }

    /** Quirk 5. */
    @Test
    void takesTheRightItemAmongOthersAndSaysSo() {
        replica.faults().on(Fault.WRONG_ITEM_FIRST).on(Fault.DUPLICATE_ITEMS);
        var shown = program.run("show", INCIDENT, "--json").json();
        assertThat(value(shown, "seed")).isEqualTo("1716271426");
        assertThat(findings(shown)).contains("FILTER_IGNORED", "FOREIGN_ANSWER");
    }

    /** Quirks 7, 8: not to be seen is not to be deleted. */
    @Test
    void asksInEveryWayBeforeItSaysThatNothingIsToBeSeen() {
        var ended = program.run("show", "999999");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.printed()).contains("999999", "does not tell", "key").doesNotContain("was deleted");
        assertThat(Requests.to(replica, "/api/v1/images"))
                .extracting(request -> parameter(request, "browsingLevel"))
                .containsExactly("31", "31", "3", "1");
    }

    /** Quirk 8. */
    @Test
    void findsAnImageThatAWideMaskHides() {
        var shown = program.run("show", Long.toString(QuirksWorld.HIDDEN_AT_31), "--json")
                .json();
        assertThat(shown.at("verdict").at("state").text()).contains("proven");
        assertThat(value(shown, "seed")).isEqualTo(Long.toString(QuirksWorld.HIDDEN_AT_31));
    }

    /** Quirk 10. */
    @Test
    void usesNothingOfAnImageThatItsOwnerHasNotPublished() {
        var ended =
                program.key(IncidentWorld.KEY).run("make", Long.toString(QuirksWorld.UNPUBLISHED), "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(5);
        assertThat(ended.printed()).doesNotContain("pears");
        assertThat(program.workflows()).isEmpty();
    }

    /** Quirks 6, 11, 12: the routes that mislead are not used, whatever is asked. */
    @Test
    void neverAsksTheRoutesThatMislead() {
        program.key(IncidentWorld.KEY).run("make", INCIDENT, "--yes");
        program.run("show", Long.toString(BY_HASH));
        program.run("show", Long.toString(QuirksWorld.ODD_TYPES));
        program.run("show", Long.toString(QuirksWorld.LINK_ONLY));
        assertThat(replica.requests())
                .isNotEmpty()
                .noneMatch(request -> request.path().startsWith("/images/"))
                .noneMatch(request -> request.path().matches("/api/v1/images/.*"))
                .noneMatch(request -> request.path().contains("/mini/"));
    }

    /** Quirk 13: the same bytes are the same, whichever version is said to hold them. */
    @Test
    void takesTheVeryFileAlsoFromADuplicate() {
        replica.faults().on(Fault.BY_HASH_DUPLICATE);
        var shown = program.run("show", Long.toString(BY_HASH), "--json").json();
        assertThat(ingredient(shown, "lora")
                        .at("resolution")
                        .at("file")
                        .at("sha256")
                        .text())
                .hasValueSatisfying(hash -> assertThat(hash).isEqualToIgnoringCase(Pony.hash(Pony.LORA, "SHA256")));
    }

    /** Quirks 13, 56. */
    @ParameterizedTest
    @EnumSource(names = {"BY_HASH_ABSENT", "BY_HASH_ARCHIVED", "STALE_BY_HASH_404"})
    void anAnswerWithoutTheHashIdentifiesNothing(Fault fault) {
        replica.faults().on(fault);
        var ended = program.run("make", Long.toString(BY_HASH), "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ingredient(ended.json(), "lora").at("resolution").at("kind").text())
                .contains("unidentified");
        assertThat(program.models()).isEmpty();
        assertThat(Requests.to(replica, "/api/v1/model-versions/by-hash/"))
                .extracting(RecordedRequest::target)
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    /** Quirks 13, 62: an AutoV3 may be that of several files, so that it is said what the file was found by. */
    @Test
    void saysWhatKindOfHashAFileWasFoundBy() {
        var shown = program.run("show", Long.toString(BY_SHARED_HASH), "--json").json();
        var lora = ingredient(shown, "lora");
        assertThat(lora.at("clues").items())
                .extracting(clue -> clue.text().orElseThrow())
                .anyMatch(clue -> clue.equalsIgnoreCase("hash " + sharedAutoV3()));
        assertThat(lora.at("resolution").at("how").text().orElse("")).contains("AutoV3");
    }

    /** Quirk 14. */
    @Test
    void neverAsksForTheHashOfNothing() {
        var ended = program.run("make", Long.toString(OF_NOTHING), "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(7);
        assertThat(ingredient(ended.json(), "lora").at("resolution").at("kind").text())
                .contains("unidentified");
        assertThat(replica.requests()).noneMatch(request -> request.target().matches("(?i).*e3b0c442.*"));
        assertThat(program.models()).isEmpty();
    }

    /** Quirk 16. */
    @ParameterizedTest
    @CsvSource({"VERSION_OF_ANOTHER_MODEL, 4", "VERSION_ID_MISMATCH, 4"})
    void takesNoVersionThatIsNotTheOneAskedFor(Fault fault, int code) {
        replica.faults().on(fault);
        var ended = program.key(IncidentWorld.KEY).run("make", INCIDENT, "--yes", "--json");
        assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
        assertThat(resolutions(ended.json())).contains("mismatch");
        assertThat(program.models()).isEmpty();
    }

    /** Quirk 17. */
    @Test
    void downloadsEveryFileByItsNumber() {
        replica.faults().on(Fault.NO_FILE_ID_OTHER_BYTES);
        var ended = program.run("make", INCIDENT, "--yes");
        assertThat(ended.code()).as(ended.printed()).isZero();
        assertThat(Requests.to(replica, "/api/download/"))
                .hasSize(4)
                .allSatisfy(request -> assertThat(parameter(request, "fileId")).matches("\\d+"));
    }

    /** Quirk 18: the number is the image's, another image's, and the seed in an uploader's file name. */
    @ParameterizedTest
    @CsvSource({"96712457.jpeg", "9173928.jpeg", "00042-1716271426.png"})
    void takesTheNumberInAMediaAddressAsAHintOnly(String name) {
        var address = "https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA/" + UUID + "/original=true/" + name;
        var ended = program.key(IncidentWorld.KEY).run("show", address, "--json");
        assertThat(ended.code()).as(ended.printed()).isIn(0, 7);
        assertThat(value(ended.json(), "seed")).isEqualTo("1716271426");
        assertThat(ended.out()).doesNotContain("1938345220");
    }

    /** Quirk 19. */
    @Test
    void takesABareNumberForAnImagesAndSaysSo() {
        var shown = program.run("show", Long.toString(QuirksWorld.AMBIGUOUS), "--json")
                .json();
        assertThat(shown.at("subject").at("name").text()).contains("image 4242");
        assertThat(shown.at("notes").items()).hasSize(1);
        assertThat(value(shown, "seed")).isEqualTo("4242");
        assertThat(replica.requests()).noneMatch(request -> request.target().contains("postId=4242"));
    }

    private static Json hashes(String key, String hash) {
        return Json.object().put(key, hash).build();
    }

    private static String sharedAutoV3() {
        return QuirksWorld.world()
                .version(QuirkyModels.SAME_TENSORS_YOUNGER)
                .orElseThrow()
                .files()
                .getFirst()
                .body()
                .at("hashes")
                .at("AutoV3")
                .text()
                .orElseThrow();
    }
}
