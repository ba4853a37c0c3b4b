package dev.assay.civitai.download;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import dev.assay.civitai.Secret;
import dev.assay.civitai.Site;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.ask.Time;
import dev.assay.civitai.ask.UserAgent;
import dev.assay.civitai.download.OpenedFile.Reason;
import dev.assay.core.hash.Sha256;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.reference.HuggingFaceFile;
import dev.assay.replica.Replica;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Safetensors;
import dev.assay.replica.bytes.SiteHashes;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.FaultOrder;
import dev.assay.replica.sample.IncidentWorld;
import dev.assay.replica.wire.RecordedRequest.Host;
import dev.assay.replica.world.HubFile;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;
import dev.assay.wire.Proxies;
import dev.assay.wire.Timeouts;
import dev.assay.wire.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileDownloadsTest {

    private static final ModelFile LORA = file(712345, 601001);

    private final List<RequestLog.Line> lines = new ArrayList<>();
    private Replica replica;
    private FileDownloads downloads;

    @BeforeEach
    void start() throws IOException {
        replica = Replica.start(IncidentWorld.world());
        downloads = downloads(Optional.empty());
    }

    @AfterEach
    void stop() {
        downloads.close();
        replica.close();
    }

    private FileDownloads downloads(Optional<Secret> key) {
        var site = ((Site.Choice.Chosen) Site.at(replica.site().toString(), key)).site();
        return new FileDownloads(
                site,
                UserAgent.of("1", "https://example.org/assay"),
                Time.ofSystem(),
                lines::add,
                new Wire(Proxies.none(), new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1))));
    }

    private FileDownloads downloads(Function<Sha256, Optional<ModelFile>> elsewhere) {
        var site = ((Site.Choice.Chosen) Site.at(replica.site().toString(), Optional.empty())).site();
        var hub = ((Site.Choice.Chosen) Site.at(replica.hub().toString(), Optional.empty())).site();
        return new FileDownloads(
                site,
                Optional.of(hub),
                elsewhere,
                UserAgent.of("1", "https://example.org/assay"),
                Time.ofSystem(),
                lines::add,
                new Wire(Proxies.none(), new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1))));
    }

    private static ModelFile file(long versionId, long fileId) {
        return file(versionId, fileId, Optional.empty());
    }

    private static ModelFile file(long versionId, long fileId, Optional<Sha256> sha256) {
        return new ModelFile(
                1,
                versionId,
                fileId,
                "",
                "",
                "LORA",
                "Pony",
                "a.safetensors",
                "Model",
                "SafeTensor",
                BigDecimal.ONE,
                sha256,
                Map.of(),
                List.of(),
                ModelFile.Scan.CLEAN,
                Optional.empty());
    }

    private OpenedFile open() throws InterruptedException {
        return downloads.open(LORA, Wish.WHOLE);
    }

    private OpenedFile.Body body() throws InterruptedException {
        return (OpenedFile.Body) open();
    }

    private static InputStream stream(OpenedFile.Body body) {
        return Channels.newInputStream(body.bytes());
    }

    @Test
    void opensTheFileByItsId() throws IOException, InterruptedException {
        var body = body();

        try (var stream = stream(body)) {
            var bytes = stream.readAllBytes();
            assertThat(body.startsAt()).isZero();
            assertThat(body.total()).hasValue(bytes.length);
            assertThat(body.etag()).isPresent();
        }
        assertThat(replica.requests().getFirst().toString()).contains("712345").contains("fileId=601001");
    }

    @Test
    void goesOnFromTheMiddleWhereTheFileIsStillTheSame() throws IOException, InterruptedException {
        byte[] whole;
        var first = body();
        try (var stream = stream(first)) {
            whole = stream.readAllBytes();
        }

        var rest = (OpenedFile.Body) downloads.open(LORA, Wish.from(100, first.etag()));

        assertThat(rest.startsAt()).isEqualTo(100);
        assertThat(rest.total()).hasValue(whole.length);
        try (var stream = stream(rest)) {
            assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(whole, 100, whole.length));
        }
    }

    @Test
    void givesAPartFromWhereItLiesWithoutAskingTheSite() throws IOException, InterruptedException {
        byte[] whole;
        var first = body();
        try (var stream = stream(first)) {
            whole = stream.readAllBytes();
        }

        var part = (OpenedFile.Body)
                downloads.open(first.place().orElseThrow(), new Wish(100, OptionalLong.of(300), first.etag()));

        try (var stream = stream(part)) {
            assertThat(stream.readAllBytes()).isEqualTo(Arrays.copyOfRange(whole, 100, 300));
        }
        assertThat(part.startsAt()).isEqualTo(100);
        assertThat(part.total()).hasValue(whole.length);
        assertThat(replica.requests())
                .extracting(request -> request.host())
                .containsExactly(Host.SITE, Host.STORAGE, Host.STORAGE);
        assertThat(first.toString()).doesNotContain("ignature");
    }

    @Test
    void aChangedFileComesWhole() throws IOException, InterruptedException {
        var rest = (OpenedFile.Body) downloads.open(LORA, Wish.from(100, Optional.of("\"another\"")));

        assertThat(rest.startsAt()).isZero();
        rest.bytes().close();
    }

    @Test
    void aRangeBehindTheEndCannotBeHad() throws InterruptedException {
        assertThat(downloads.open(LORA, Wish.from(1_000_000_000, Optional.empty())))
                .isInstanceOf(OpenedFile.RangeNotSatisfiable.class);
    }

    @Test
    void theKeyNeverReachesTheStorage() throws IOException, InterruptedException {
        try (var signedIn = downloads(Secret.of("a-key-of-somebody-0123456789"))) {
            ((OpenedFile.Body) signedIn.open(LORA, Wish.WHOLE)).bytes().close();
        }

        assertThat(replica.leaks()).isEmpty();
        assertThat(replica.requests()).filteredOn(r -> r.host() == Host.STORAGE).hasSize(1);
        assertThat(lines.toString()).doesNotContain("a-key-of-somebody").doesNotContain("ignature");
    }

    @ParameterizedTest
    @CsvSource({
        "ARCHIVED_410, ARCHIVED",
        "EARLY_ACCESS_403, EARLY_ACCESS",
        "SIGN_IN_401, SIGN_IN",
        "DOWNLOADS_DISABLED_401, DISABLED",
        "LOGIN_REDIRECT, LOGIN_PAGE",
        "REDIRECT_LOOP, MISLED",
        "REDIRECT_TO_HTTP_OTHER_HOST, MISLED",
    })
    void tellsRefusalsApart(Fault fault, Reason expected) throws InterruptedException {
        replica.faults().on(fault);

        assertThat(open())
                .isInstanceOfSatisfying(
                        OpenedFile.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(expected));
    }

    @Test
    void earlyAccessSaysUntilWhen() throws InterruptedException {
        replica.faults().on(Fault.EARLY_ACCESS_403);

        assertThat(open().toString()).contains("2027-01-01");
    }

    @Test
    void whatIsNotThereIsNotFound() throws InterruptedException {
        assertThat(downloads.open(file(712345, 999), Wish.WHOLE))
                .isInstanceOfSatisfying(
                        OpenedFile.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    @Test
    void aPassingNotFoundPassesOnceOnly() throws IOException, InterruptedException {
        replica.faults().on(Fault.TRANSIENT_404);

        assertThat(open()).isInstanceOf(OpenedFile.Transient.class);
        assertThat(open()).isInstanceOf(OpenedFile.Refused.class);

        replica.faults().clear();
        body().bytes().close();
    }

    @ParameterizedTest
    @CsvSource({"SIGNATURE_EXPIRED_403", "STORAGE_503", "HTML_AS_FILE"})
    void troubleOfTheStorageMayPass(Fault fault) throws InterruptedException {
        replica.faults().on(fault);

        assertThat(open()).isInstanceOf(OpenedFile.Transient.class);
    }

    @Test
    void storageThatIgnoresTheRangeSendsFromTheStart() throws IOException, InterruptedException {
        replica.faults().on(Fault.STORAGE_IGNORES_RANGE);

        var body = (OpenedFile.Body) downloads.open(LORA, Wish.from(100, Optional.empty()));

        assertThat(body.startsAt()).isZero();
        body.bytes().close();
    }

    @Test
    void asksForAllOfItWhereAnotherPartComes() throws IOException, InterruptedException {
        replica.faults().on(Fault.STORAGE_LYING_CONTENT_RANGE);

        var body = (OpenedFile.Body) downloads.open(LORA, Wish.from(100, Optional.empty()));

        assertThat(body.startsAt()).isZero();
        body.bytes().close();
    }

    @Test
    void aStalledFileEndsInsteadOfWaitingForEver() throws IOException, InterruptedException {
        replica.faults().on(FaultOrder.of(Fault.STALLED_FILE).value(1000));

        try (var stream = stream(body())) {
            assertThatThrownBy(stream::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("nothing came");
        }
    }

    @Test
    void aCutConnectionIsNoEndOfFile() throws IOException, InterruptedException {
        replica.faults().on(FaultOrder.of(Fault.CUT_CONNECTION_AT).value(1000));

        try (var stream = stream(body())) {
            assertThatThrownBy(stream::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void asksTheSiteAnewEachTime() throws IOException, InterruptedException {
        body().bytes().close();
        body().bytes().close();

        assertThat(replica.requests()).filteredOn(r -> r.host() == Host.SITE).hasSize(2);
    }

    @Test
    void noAnswerAtAllMayPass() throws InterruptedException {
        replica.close();

        assertThat(open()).isInstanceOf(OpenedFile.Transient.class);
    }

    @Test
    void everyHopIsToldToTheLog() throws IOException, InterruptedException {
        body().bytes().close();

        assertThat(lines).extracting(RequestLog.Line::status).containsExactly(307, 200);
        assertThat(lines).extracting(RequestLog.Line::received).containsOnly(OptionalLong.empty());
    }

    /** The very content of {@link #LORA}, as Hugging Face has it. */
    private static final Bytes CONTENT = Safetensors.sdxlLora("evening_light_pony", 712345);

    private static final Sha256 HASH =
            Sha256.parse(SiteHashes.of(CONTENT).getOrDefault("SHA256", "")).orElseThrow();
    private static final ModelFile HASHED = file(712345, 601001, Optional.of(HASH));

    private void serveOnHub() throws IOException {
        replica.close();
        replica = Replica.start(World.builder()
                .model(Model.of(645321, "Evening Light | Pony", "LORA")
                        .version(Version.of(712345, "v1.0", "Pony")
                                .file(dev.assay.replica.world.ModelFile.of(601001, "a.safetensors", CONTENT)
                                        .primary()))
                        .build())
                .onHub(HubFile.of("replica/loras", "loras/same.safetensors", CONTENT))
                .build());
    }

    private static ModelFile there(Sha256 hash) {
        return file(0, 0, Optional.of(hash))
                .at(HuggingFaceFile.of("replica/loras", "main", "loras/same.safetensors")
                        .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(names = {"ARCHIVED_410", "TRANSIENT_404"})
    void takesTheSameContentFromElsewhereWhereTheSiteHasItNoMore(Fault fault) throws Exception {
        serveOnHub();
        replica.faults().on(fault);
        try (var from = downloads(hash -> hash.equals(HASH) ? Optional.of(there(hash)) : Optional.empty())) {
            var first = from.open(HASHED, Wish.WHOLE);
            var opened = first instanceof OpenedFile.Transient ? from.open(HASHED, Wish.WHOLE) : first;
            try (var stream = stream((OpenedFile.Body) opened)) {
                assertThat(stream.readAllBytes()).isEqualTo(CONTENT.toArray());
            }
            assertThat(from.instead(HASHED).orElseThrow().refusal()).isNotBlank();
        }
    }

    /** Whoever keeps a file from being downloaded is not got round; nor does anything but the hash say that it is the same. */
    @ParameterizedTest
    @CsvSource({"DOWNLOADS_DISABLED_401, true", "EARLY_ACCESS_403, true", "SIGN_IN_401, true", "ARCHIVED_410, false"})
    void takesNothingElsewhereThatIsKeptOrNotTheSame(Fault fault, boolean same) throws Exception {
        serveOnHub();
        replica.faults().on(fault);
        var other = new Sha256("ab".repeat(32));
        try (var from = downloads(hash -> Optional.of(there(same ? hash : other)))) {
            assertThat(from.open(HASHED, Wish.WHOLE)).isInstanceOf(OpenedFile.Refused.class);
            assertThat(from.instead(HASHED)).isEmpty();
        }
        assertThat(replica.requests()).noneMatch(request -> request.host() == Host.HUB);
    }

    @Test
    void saysBothRefusalsWhereItIsNowhere() throws Exception {
        serveOnHub();
        replica.faults().on(Fault.ARCHIVED_410).on(Fault.HUB_404);
        try (var from = downloads(hash -> Optional.of(there(hash)))) {
            assertThat(from.open(HASHED, Wish.WHOLE))
                    .isInstanceOfSatisfying(
                            OpenedFile.Refused.class,
                            refused -> assertThat(refused.message()).contains("archived", "Hugging Face"));
        }
    }
}
