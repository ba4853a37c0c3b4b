package dev.assay.civitai.image;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.civitai.Rig;
import dev.assay.civitai.ask.FileAsker;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.core.hash.Sha256;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.sample.IncidentWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaFetcherTest {

    @TempDir
    private Path home;

    private Rig rig;
    private URI address;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(IncidentWorld.world(), home);
        address = rig.inquire(IncidentWorld.IMAGE, Optional.empty())
                .observations()
                .getFirst()
                .about()
                .address()
                .orElseThrow();
        rig.replica.forgetRequests();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void fetchesTheOriginalOnceAndWithoutTheKey() throws IOException {
        var first = (Media.Fetched) online().original(address);
        assertThat(first.bytes()).isPositive().isEqualTo(Files.size(first.file()));
        assertThat(((Media.Fetched) online().original(address)).digest()).isEqualTo(first.digest());
        assertThat(((Media.Fetched) offline().original(address)).file()).isEqualTo(first.file());
        assertThat(rig.replica.requests()).singleElement().satisfies(request -> {
            assertThat(request.target()).contains("/original=true/");
            assertThat(request.header("Authorization")).isEmpty();
        });
    }

    @Test
    void fetchesByTheUuidAlone() {
        var uuid = MediaAddress.uuid(address.toString()).orElseThrow();
        assertThat(online().original(uuid)).isInstanceOf(Media.Fetched.class);
    }

    @Test
    void fetchesAgainWhatWasDamaged() throws IOException {
        var first = (Media.Fetched) online().original(address);
        Files.writeString(first.file(), "damaged");
        assertThat(offline().original(address)).isInstanceOf(Media.Failed.class);
        assertThat(((Media.Fetched) online().original(address)).digest()).isEqualTo(first.digest());
    }

    @Test
    void leavesNothingBehindWhereItFails() throws IOException {
        rig.replica.faults().on(Fault.MEDIA_404);
        assertThat(online().original(address)).isEqualTo(new Media.Missing(404));
        try (var files = Files.list(home.resolve("originals"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void keepsNoPageForAFile() throws IOException {
        rig.replica.faults().on(Fault.MEDIA_PAGE);
        assertThat(online().original(address)).isInstanceOf(Media.Failed.class);
        rig.replica.faults().clear();
        assertThat(online().original(address)).isInstanceOf(Media.Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org/xG1nkqKTMzGDvpLrqFT7WA/00000000-1111-4222-8333-444444444444/a.jpeg",
                "https://image.civitai.com/nothing",
                "https://image.civitai.com.evil.com/k/00000000-1111-4222-8333-444444444444/a.jpeg"
            })
    void asksNobodyElseForAFile(String elsewhere) {
        assertThat(online().original(URI.create(elsewhere))).isInstanceOf(Media.NotOurs.class);
        assertThat(online().original("../../etc/passwd")).isInstanceOf(Media.NotOurs.class);
        assertThat(rig.replica.requests()).isEmpty();
    }

    @Test
    void letsTheOldestGo() throws IOException {
        var originals = new Originals(home.resolve("few"), 10);
        for (var uuid : new String[] {"a", "b", "c"}) {
            var file = Files.writeString(originals.begin(uuid), "seven..");
            originals.keep(file, uuid, new Sha256("0".repeat(64)));
        }
        try (var files = Files.list(home.resolve("few"))) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file.getFileName().toString()).startsWith("c."));
        }
    }

    private MediaFetcher online() {
        var site = rig.site(Optional.of(IncidentWorld.KEY));
        return new MediaFetcher(
                site, Optional.of(new FileAsker(site, rig.http(), RequestLog.NONE)), home.resolve("originals"));
    }

    private MediaFetcher offline() {
        return new MediaFetcher(rig.site(Optional.empty()), Optional.empty(), home.resolve("originals"));
    }
}
