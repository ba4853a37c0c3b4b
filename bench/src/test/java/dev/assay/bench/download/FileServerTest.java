package dev.assay.bench.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.bench.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Both servers give the file that is fetched, byte by byte. */
class FileServerTest {

    @TempDir
    private Path folder;

    private Path served;

    @BeforeEach
    void writeModel() throws IOException {
        served = folder.resolve("served");
        Files.createDirectories(served.resolve(Fetch.PATH).resolveSibling(""));
        SampleModel.write(served.resolve(Fetch.PATH), 1);
    }

    @Test
    void theJdksServerServes() throws IOException {
        try (var server = JdkServer.start(served)) {
            assertServes(server.origin());
        }
    }

    @Test
    void nginxServes() throws IOException {
        var nginx = Command.find("nginx");
        assumeTrue(nginx.isPresent(), "nginx is not installed");
        try (var server = Nginx.start(nginx.orElseThrow(), served, folder.resolve("nginx"), Optional.empty())) {
            assertServes(server.origin());
        }
    }

    private void assertServes(URI origin) throws IOException {
        try (var stream = origin.resolve("/" + Fetch.PATH + "?fileId=1").toURL().openStream()) {
            assertThat(stream).hasSameContentAs(Files.newInputStream(served.resolve(Fetch.PATH)));
        }
    }
}
