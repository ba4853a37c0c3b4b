package dev.assay.app.launcher;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The real JVM, started with the options of the launcher. */
class JvmOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void letNobodySpeakButAssay() throws Exception {
        // Opens the library's database, whose driver looks for a logger.
        var comfy = Files.createDirectories(folder.resolve("ComfyUI/models/checkpoints"));
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Checkout.repository().resolve("app/src/main/launcher/jvm.options"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.assay.app.Main",
                "library",
                "list",
                "--comfy",
                comfy.getParent().getParent().toString());
        process.environment().put("ASSAY_HOME", folder.resolve("home").toString());
        process.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        var running = process.redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(errors, StandardCharsets.UTF_8)).allMatch(line -> line.startsWith("assay: "));
        assertThat(running.exitValue()).isZero();
    }
}
