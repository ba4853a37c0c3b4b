package dev.assay.models.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A damaged database is put aside by one, once, and under nobody's hands. */
class LibraryStoreProcessTest {

    @TempDir
    private Path home;

    private Path folder() {
        return home.resolve("library");
    }

    private Process start(String what) throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        ChildLibrary.class.getName(),
                        folder().toString(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void makeAndDamage() throws IOException {
        ((StoreOpening.Opened) LibraryStore.open(folder())).store().close();
        damage();
    }

    /** Behind the first page, so that it opens, and only its use shows what it is. */
    private void damage() throws IOException {
        try (var file = FileChannel.open(folder().resolve("library.db"), StandardOpenOption.WRITE)) {
            for (long at = 4096; at < file.size(); at += 4096) {
                file.write(ByteBuffer.wrap(new byte[2048]), at);
            }
        }
    }

    private List<Path> aside() throws IOException {
        try (var files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().matches("library-damaged-\\d+\\.db"))
                    .toList();
        }
    }

    @Test
    void isNotPutAsideWhileAnotherProcessUsesIt() throws Exception {
        ((StoreOpening.Opened) LibraryStore.open(folder())).store().close();
        var holding = start("hold");
        try (var out = holding.inputReader()) {
            assertThat(out.readLine()).isEqualTo("open");
            damage();
            assertThat(LibraryStore.openDamaged(folder()))
                    .isInstanceOfSatisfying(
                            StoreOpening.Failed.class,
                            failed -> assertThat(failed.reason()).contains("another run of Assay is using it"));
            assertThat(aside()).isEmpty();
        } finally {
            // As a kill does, which leaves no lock behind.
            holding.destroyForcibly().waitFor();
        }
        var opened = (StoreOpening.Opened) LibraryStore.openDamaged(folder());
        opened.store().close();
        assertThat(opened.notes()).singleElement().asString().contains("was damaged");
        assertThat(aside()).hasSize(1);
    }

    @Test
    void isNotPutAsideWhileAnotherThreadUsesIt() throws IOException {
        ((StoreOpening.Opened) LibraryStore.open(folder())).store().close();
        try (var _ = ((StoreOpening.Opened) LibraryStore.open(folder())).store()) {
            damage();
            assertThat(LibraryStore.openDamaged(folder())).isInstanceOf(StoreOpening.Failed.class);
        }
        ((StoreOpening.Opened) LibraryStore.openDamaged(folder())).store().close();
        assertThat(aside()).hasSize(1);
    }

    @Test
    void isPutAsideOnceByProcessesAndThreadsThatFindItDamagedAtOnce() throws Exception {
        makeAndDamage();
        var told = new ArrayList<String>();
        for (var child : List.of(start("churn"), start("churn"))) {
            try (var out = child.inputReader()) {
                out.lines().forEach(told::add);
            }
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(told).noneMatch(line -> line.startsWith("failed"));
        assertThat(told).filteredOn("end"::equals).hasSize(2);
        assertThat(aside()).hasSize(1);
        try (var store = ((StoreOpening.Opened) LibraryStore.open(folder())).store()) {
            assertThat(store.files()).isEmpty();
        }
    }
}
