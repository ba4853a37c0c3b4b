package dev.assay.app.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The script that starts Assay, as it is, with a JDK and a Maven that only do as if. */
class LauncherTest {

    @TempDir
    private Path folder;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Checkout.in(folder);
    }

    @Test
    void buildsOnFirstUseAndThenOnlyStarts() throws Exception {
        var first = checkout.start("jdk", "show", "96712457").end();
        assertThat(first.code()).as(first.printed()).isZero();
        assertThat(first.printed()).contains("assay: building").contains("dev.assay.app.Main show 96712457");
        var second = checkout.start("jdk", "--help").end();
        assertThat(second.printed()).startsWith("ran @").doesNotContain("building");
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void startsWithTheArchiveAndTheOptionsOfItsBuild() throws Exception {
        var printed = checkout.start("jdk", "--help").end().printed();
        var build = checkout.path(".assay")
                .toRealPath()
                .resolve(Files.readString(checkout.path(".assay/current")).strip());
        assertThat(printed)
                .contains("@" + build + "/jvm.options")
                .contains("-XX:AOTCache=" + build + "/assay.aot")
                .contains("-cp " + build + "/assay.jar");
        assertThat(build.resolve("assay.aot")).hasContent("trained");
        assertThat(build.resolve("assay.jar")).hasContent("packed");
    }

    @Test
    void buildsAgainWhenASourceHasChanged() throws Exception {
        checkout.start("jdk").end();
        checkout.change("core/src/main/New.java");
        assertThat(checkout.start("jdk").end().printed()).contains("assay: building");
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void seesTheSourcesOfEveryModuleButTheBenchmarks() throws Exception {
        Files.createDirectories(checkout.path("bench/src/main"));
        Files.createFile(checkout.path("bench/pom.xml"));
        checkout.start("jdk").end();
        checkout.change("bench/src/main/New.java");
        checkout.start("jdk").end();
        assertThat(checkout.builds()).isEqualTo(1);
        Files.createDirectories(checkout.path("further/src/main"));
        Files.createFile(checkout.path("further/pom.xml"));
        checkout.change("further/src/main/New.java");
        checkout.start("jdk").end();
        assertThat(checkout.builds()).isEqualTo(2);
    }

    @Test
    void leavesTheBuildAloneThatMayStillBeRunning() throws Exception {
        checkout.start("jdk").end();
        var running = Files.readString(checkout.path(".assay/current")).strip();
        checkout.change("core/src/main/New.java");
        checkout.start("jdk").end();
        assertThat(Files.readString(checkout.path(".assay/current")).strip()).isNotEqualTo(running);
        assertThat(checkout.path(".assay").resolve(running).resolve("assay.jar"))
                .exists();
    }

    @Test
    void keepsTheBuildThatWorksWhenANewOneFails() throws Exception {
        checkout.start("jdk").end();
        checkout.change("core/src/main/New.java");
        Files.createFile(checkout.path("broken"));
        var failed = checkout.start("jdk").end();
        assertThat(failed.code()).isEqualTo(10);
        assertThat(failed.printed()).contains("it does not compile", "assay: the build failed.");
        Files.delete(checkout.path("core/src/main/New.java"));
        assertThat(checkout.start("jdk", "--help").end().printed()).startsWith("ran @");
    }

    @Test
    void buildsOnceWhenTwoStartAtTheSameTime() throws Exception {
        var one = checkout.start("jdk", "one");
        var other = checkout.start("jdk", "other");
        var printed = one.end().printed() + other.end().printed();
        assertThat(printed).contains("Main one", "Main other").containsOnlyOnce("assay: building");
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void doesNotWaitForABuildThatWasKilled() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.createDirectory(checkout.path(".assay-building"));
        Files.writeString(checkout.path(".assay-building/pid"), gone.pid() + "\n");
        assertThat(checkout.start("jdk").end().code()).isZero();
    }

    @Test
    void startsThroughSymbolicLinks() throws Exception {
        Files.createDirectories(checkout.path("bin"));
        Files.createSymbolicLink(checkout.path("bin/far"), Path.of("../assay"));
        Files.createSymbolicLink(checkout.path("bin/farther"), checkout.path("bin/far"));
        var ended = checkout.start(List.of(checkout.path("bin/farther").toString()), "jdk", "--help")
                .end();
        assertThat(ended.printed()).contains("dev.assay.app.Main --help");
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJdk() throws Exception {
        checkout.forgetOtherJdks();
        checkout.jdk("old", "17.0.9");
        var ended = checkout.start("old", "--help").end();
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.printed()).contains("JDK of version 25 or newer was not found", "apt install", "JAVA_HOME");
        assertThat(checkout.builds()).isZero();
    }

    @Test
    void goesOnWithTheJdkOfTheBuildWhereTheUsersIsTooOld() throws Exception {
        checkout.start("jdk").end();
        checkout.forgetOtherJdks();
        checkout.jdk("old", "17.0.9");
        Files.setLastModifiedTime(checkout.path("assay"), Files.getLastModifiedTime(checkout.path("pom.xml")));
        assertThat(checkout.start("old", "--help").end().printed()).startsWith("ran @");
    }

    @Test
    void saysThatMavenIsNeeded() throws Exception {
        Files.delete(checkout.path("tools/mvn"));
        var ended = checkout.start("jdk").end();
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.printed()).contains("Maven is needed");
    }

    @Test
    void runsWhatIsBuiltForSomebodyWhoCannotWrite() throws Exception {
        checkout.start("jdk").end();
        checkout.change("core/src/main/New.java");
        var ended = checkout.start(asSomebodyElse(), "jdk", "--help").end();
        assertThat(ended.printed()).contains("cannot be written to; running what was built before", "Main --help");
    }

    @Test
    void saysWhyItCannotBuildForSomebodyWhoCannotWrite() throws Exception {
        var ended = checkout.start(asSomebodyElse(), "jdk", "--help").end();
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.printed()).contains("not built yet");
    }

    /** The launcher, run without the right to write into the checkout. */
    private List<String> asSomebodyElse() throws IOException {
        var program = checkout.path("assay").toString();
        if (!System.getProperty("user.name", "").equals("root")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
            return List.of(program);
        }
        assumeTrue(Files.exists(Path.of("/usr/bin/setpriv")), "root can write anywhere, and there is no setpriv");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        return List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", program);
    }

    /** As on servers, in containers and under cron: Java would take file names for ASCII. */
    @Test
    void readsFileNamesAsUtf8WhereTheLocaleSaysNothing() throws Exception {
        assertThat(checkout.start("jdk").end().printed()).contains("locale C.UTF-8");
    }

    @Test
    void saysWhereProgressGoesToNoTerminal() throws Exception {
        assertThat(checkout.start("jdk").end().printed()).contains("progress yes");
    }

    @Test
    void startsWithAnEmptyInputWhereTheShellHasClosedIt() throws Exception {
        var closed = List.of(
                "/bin/sh", "-c", "exec \"$0\" <&-", checkout.path("assay").toString());
        assertThat(checkout.start(closed, "jdk").end().printed()).contains("with input");
    }

    @Test
    void saysThatTheCurrentFolderIsGone() throws Exception {
        var gone = Files.createDirectory(folder.resolve("gone")).toString();
        var start = List.of(
                "/bin/sh",
                "-c",
                "cd \"$1\" && /bin/rmdir \"$1\" && exec \"$0\"",
                checkout.path("assay").toString(),
                gone);
        var ended = checkout.start(start, "jdk").end();
        assertThat(ended.code()).isEqualTo(10);
        assertThat(ended.printed()).contains("current folder");
    }
}
