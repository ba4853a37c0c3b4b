package dev.assay.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A checkout with the real launcher in it, and beside it a JDK and a Maven that only do as if: the JDK says what it was
 * started with, Maven keeps count.
 */
final class Checkout {

    private static final String JDK = """
            #!/bin/sh
            for last in "$@"; do :; done
            case " $* " in
                *" dev.assay.app.packing.Packing "*) echo packed >"$last" ;;
                *" dev.assay.app.Training "*) for a in "$@"; do
                    case $a in -XX:AOTCacheOutput=*) echo trained >"${a#*=}" ;; esac
                done ;;
                *) echo "ran $*"
                    [ -e /dev/fd/0 ] && echo "with input"
                    echo "locale ${LC_ALL:-none}, progress ${ASSAY_PLAIN_PROGRESS:-rewritten}" ;;
            esac
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo built >>"${0%/*}/count"
            sleep 0.2
            [ -e broken ] && { echo "it does not compile"; exit 1; }
            mkdir -p app/target/lib && touch app/target/lib/library.jar app/target/assay-app-1.jar
            """;

    /** All that the launcher uses; nothing else of this computer is found. */
    private static final List<String> TOOLS =
            List.of("cat", "cp", "date", "find", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "tail", "touch");

    private final Path root;

    private Checkout(Path folder) {
        this.root = folder;
    }

    static Checkout in(Path folder) throws IOException {
        var checkout = new Checkout(folder);
        for (var module : List.of("core", "civitai", "models", "comfyui", "replica", "app")) {
            Files.createDirectories(checkout.path(module + "/src/main/launcher"));
            Files.createFile(checkout.path(module + "/pom.xml"));
        }
        Files.createFile(checkout.path("pom.xml"));
        Files.copy(
                repository().resolve("app/src/main/launcher/jvm.options"),
                checkout.path("app/src/main/launcher/jvm.options"));
        Files.copy(repository().resolve("assay"), checkout.path("assay"), StandardCopyOption.COPY_ATTRIBUTES);
        checkout.jdk("jdk", "25.0.1");
        checkout.program("tools/mvn", MAVEN);
        for (var tool : TOOLS) {
            checkout.program("tools/" + tool, "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        // Everything is older than what will be built.
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
            }
        }
        return checkout;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Installs a JDK of that version. */
    void jdk(String name, String version) throws IOException {
        program(name + "/bin/java", JDK);
        Files.writeString(path(name + "/release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void program(String name, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(path(name).getParent()));
        Files.writeString(path(name), text);
        Files.setPosixFilePermissions(path(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Takes the usual folders of JDKs out of the launcher, as on a computer that has none. */
    void forgetOtherJdks() throws IOException {
        var text = Files.readString(path("assay"));
        Files.writeString(path("assay"), text.replaceAll("(/usr/lib/jvm|/Library|/opt)/", "/nowhere/"));
    }

    /** How often Maven was called. */
    int builds() throws IOException {
        return Files.exists(path("tools/count"))
                ? Files.readAllLines(path("tools/count")).size()
                : 0;
    }

    void change(String source) throws IOException {
        Files.writeString(path(source), "changed");
        Files.setLastModifiedTime(path(source), FileTime.from(Instant.now().plusSeconds(1)));
    }

    /** Starts it with the JDK of that folder as the user's choice. */
    Started start(String jdk, String... arguments) throws IOException {
        return start(List.of(path("assay").toString()), jdk, arguments);
    }

    Started start(List<String> command, String jdk, String... arguments) throws IOException {
        var all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        var process = new ProcessBuilder(all);
        process.environment().clear();
        process.environment().put("PATH", path("tools").toString());
        process.environment().put("JAVA_HOME", path(jdk).toString());
        process.redirectErrorStream(true);
        return new Started(process.start());
    }

    static Path repository() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("assay"))) {
                return at;
            }
        }
        throw new AssertionError("there is no launcher in this checkout");
    }

    /** A run of the launcher. */
    record Started(Process process) {

        Ended end() throws IOException, InterruptedException {
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher does not end; it printed: " + printed);
            }
            return new Ended(process.exitValue(), printed);
        }
    }

    record Ended(int code, String printed) {}
}
