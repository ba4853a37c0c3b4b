package dev.assay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How the programs of this build are started.
 *
 * @param assay as its user starts it
 * @param java the JVM with the launcher's options and archive, and with this module; a main class comes behind it
 */
public record Programs(List<String> assay, List<String> java) {

    public Programs {
        assay = List.copyOf(assay);
        java = List.copyOf(java);
    }

    /** What the launcher of this checkout has built; it must have been started before. */
    static Programs builtIn(Path checkout) throws IOException {
        var builds = checkout.resolve(".assay");
        var build = builds.resolve(Files.readString(builds.resolve("current")).strip());
        var own = Path.of(
                Objects.requireNonNull(System.getProperty("java.class.path")).split(":", 2)[0]);
        return new Programs(
                List.of(checkout.resolve("assay").toString()),
                List.of(
                        Path.of(Files.readString(build.resolve("jdk")).strip())
                                .resolve("bin/java")
                                .toString(),
                        "@" + build.resolve("jvm.options"),
                        "-XX:AOTCache=" + build.resolve("assay.aot"),
                        "-cp",
                        build.resolve("assay.jar") + ":" + own.toAbsolutePath()));
    }
}
