package dev.assay.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import dev.assay.replica.Replica;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.world.World;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job against each way in which the site can misbehave: it ends with the code that the contract names, and
 * whatever the code, the three laws hold. A fault with {@code *n} acts on so many requests and then no more.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsTest {

    private static final World WORLD = IncidentWorld.world();

    private static final Set<String> ALL_MODELS = Set.of(
            "checkpoints/ponyDiffusionV6XL_v6StartWithThisOne.safetensors",
            "loras/evening_light_pony.safetensors",
            "loras/painted_hills_pdxl.safetensors",
            "embeddings/calm_neg_pdxl.safetensors");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1} without a key, {2} with one")
    @CsvSource({
        // Whose answer is it? (quirks 1 to 5, 10, 18, 20, 39)
        "ignore-image-id, 4, 0",
        "ignore-post-id, 0, 0",
        "wrong-item-first, 0, 0",
        "duplicate-items, 0, 0",
        "foreign-wrapper-id, 0, 0",
        "foreign-generation-data, 0, 0",
        "unlabelled-generation-data, 0, 0",
        "foreign-image-get, 0, 0",
        "contradicting-uuid, 0, 4",
        "contradicting-post, 0, 4",
        "contradicting-size, 0, 4",
        // Is it there, and in which shape? (quirks 7, 20 to 22, 30, 31)
        "one-shot-empty*1, 0, 0",
        "empty-always, 3, 0",
        "meta-flat, 0, 0",
        "meta-nested, 0, 0",
        "meta-double-nested, 0, 0",
        "meta-string, 0, 0",
        "meta-null, 0, 0",
        "broken-comfy-json, 0, 0",
        "seed-beyond-2-53, 0, 0",
        // Errors and transport (quirks 41, 42, 47 to 50, 57, 60)
        "html-200, 9, 9",
        "challenge-403, 9, 9",
        "login-page, 9, 9",
        "next-404, 9, 9",
        "busy-503*2, 0, 0",
        "retry-after-long, 9, 9",
        "paging-429, 9, 0",
        "quota-429, 9, 9",
        "cloudflare-429*1, 0, 0",
        "error-500*1, 0, 0",
        "error-500, 9, 9",
        "gateway-52x*1, 0, 0",
        "region-451, 5, 5",
        "zod-400, 9, 9",
        "zod-400-old, 9, 9",
        "trpc-401-always, 0, 0",
        "trpc-devalue, 0, 0",
        "trpc-no-procedure-404, 0, 0",
        "trpc-scope-403, 0, 0",
        "trpc-busy-429*1, 0, 0",
        "trpc-500, 0, 0",
        "truncated-body*1, 0, 0",
        "wrong-content-length*1, 0, 0",
        "connection-reset*1, 0, 0",
        "stalled-body*1, 0, 0",
        "stalled-headers*1, 0, 0",
        "slow-drip*2, 0, 0",
        "huge-body, 9, 9",
        "deep-json, 9, 9",
        "gzip-body, 0, 0",
        "media-404, 0, 0",
        "media-stripped, 0, 0",
        "media-foreign, 0, 0",
        "media-page, 0, 0",
        // Models and files (quirks 13, 16, 17, 56)
        "stale-by-hash-404, 0, 0",
        "by-hash-duplicate, 0, 0",
        "by-hash-absent, 0, 0",
        "by-hash-archived, 0, 0",
        "version-of-another-model, 4, 4",
        "version-id-mismatch, 7, 4",
        "file-list-differs, 0, 0",
        "model-lacks-version, 0, 0",
        "shared-auto-v3, 0, 0",
        // Downloads (quirks 17, 43 to 45, 52, 53)
        "transient-404*1, 0, 0",
        "transient-404, 7, 7",
        "archived-410, 7, 7",
        "early-access-403, 5, 5",
        "sign-in-401, 5, 5",
        "downloads-disabled-401, 5, 5",
        "login-redirect, 5, 5",
        "redirect-loop, 9, 9",
        "redirect-to-http-other-host, 9, 9",
        "no-file-id-other-bytes, 0, 0",
        "storage-ignores-range, 0, 0",
        "storage-lying-content-range, 0, 0",
        "etag-changes, 0, 0",
        "signature-expired-403*1, 0, 0",
        "truncated-file*1, 0, 0",
        "cut-connection-at=20000*1, 0, 0",
        "stalled-file*1, 0, 0",
        "slow-file=0, 0, 0",
        "wrong-length*1, 0, 0",
        "storage-503*1, 0, 0",
        "corrupt-file*1, 0, 0",
        "corrupt-file, 8, 8",
        "json-as-file, 8, 8",
    })
    void endsAsTheContractSaysAndBreaksNoLaw(String fault, int withoutKey, int withKey) throws Exception {
        holds(fault, withoutKey, "");
        holds(fault, withKey, IncidentWorld.KEY);
    }

    private void holds(String fault, int code, String key) throws IOException {
        var home = Files.createDirectories(folder.resolve(key.isEmpty() ? "anonymous" : "signed-in"));
        var program = Program.in(home);
        try (var replica = Replica.start(WORLD)) {
            replica.faults().on(FaultOrder.parse(fault).orElseThrow());
            program.at(replica);
            if (!key.isEmpty()) {
                program.key(key);
            }
            var ended = program.run("make", "96712457", "--yes", "--json");
            assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
            assertThat(ended.json().at("exitCode").integer()).contains((long) code);
            assertThat(replica.leaks()).isEmpty();
            lawOne(program, code);
            lawTwo(ended, code);
            lawThree(program, code, replica);
            keepsTheKey(program, ended);
        }
    }

    /** Nothing unproven goes further: a workflow only with success, and never of the other image. */
    private static void lawOne(Program program, int code) throws IOException {
        assertThat(program.workflows()).hasSize(code == 0 ? 1 : 0);
        if (code == 0) {
            var workflow = program.comfy().resolve("user/default/workflows/civitai-96712457.json");
            assertThat(workflow).content().contains("score_9").doesNotContain("1938345220");
        }
    }

    /** Nothing is replaced in silence: whatever went wrong is said, with what to do next. */
    private static void lawTwo(Program.Ended ended, int code) {
        var problems = ended.json().at("problems").items();
        assertThat(problems.isEmpty()).isEqualTo(code == 0);
        assertThat(problems)
                .allSatisfy(problem ->
                        assertThat(problem.at("what").text().orElse("")).isNotBlank());
        if (code == 4 || code == 3) {
            assertThat(ended.out()).contains("96712457");
        }
    }

    /** Nothing is lost or half done: under a final name is a whole file, and the next run finishes the job. */
    private static void lawThree(Program program, int code, Replica replica) {
        assertThat(ALL_MODELS).containsAll(program.models());
        if (code == 0) {
            assertThat(program.models()).containsExactlyInAnyOrderElementsOf(ALL_MODELS);
            return;
        }
        replica.faults().clear();
        var again = program.run("make", "96712457", "--yes");
        assertThat(again.code()).as(again.printed()).isZero();
        assertThat(program.models()).containsExactlyInAnyOrderElementsOf(ALL_MODELS);
    }

    /** The key is in no file that the program wrote and in nothing that it printed. */
    private static void keepsTheKey(Program program, Program.Ended ended) throws IOException {
        assertThat(ended.printed()).doesNotContain(IncidentWorld.KEY);
        try (var files = Files.walk(program.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(text).as(file.toString()).doesNotContain(IncidentWorld.KEY);
            }
        }
    }
}
