package dev.assay.models.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.assay.core.hash.Sha256;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.folder.Surroundings;
import dev.assay.models.hash.Crew;
import dev.assay.models.hash.RunningSha256;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.library.Library;
import dev.assay.models.library.Search;
import dev.assay.models.library.SearchResult;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;
import dev.assay.models.scan.ScanPlace;
import dev.assay.models.scan.Scanner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job uses what is recorded, and never a hash that may no longer hold. */
class StoredHashesTest {

    private static final String CONTENT = "whatever a model is made of";

    @TempDir
    private Path folder;

    private Path model;
    private ComfyFolders comfy;
    private final List<Path> read = new ArrayList<>();

    @BeforeEach
    void install() throws IOException {
        var loras = Files.createDirectories(folder.resolve("ComfyUI/models/loras"));
        model = Files.writeString(loras.resolve("a.pt"), CONTENT);
        comfy = ComfyFolders.at(folder.resolve("ComfyUI"), new Surroundings(folder, Map.of()))
                .orElseThrow();
    }

    private static Sha256 hash(String content) {
        var hash = new RunningSha256();
        hash.update(content.getBytes(StandardCharsets.UTF_8), 0, content.length());
        return hash.soFar();
    }

    private StoredHashes memory() {
        return new StoredHashes(folder.resolve("home/library"), Clock.systemUTC(), 0);
    }

    private SearchResult find(StoredHashes memory, String content) {
        var search = new Search(List.of(FolderKind.LORAS), hash(content), SizeRange.exactly(content.length()), "a.pt");
        read.clear();
        return new Library(comfy, memory).find(search, step -> {
            if (step instanceof Step.Hashing hashing) {
                read.add(hashing.file());
            }
        });
    }

    @Test
    void spareReadingAFileInTheNextRun() {
        try (var first = memory()) {
            assertThat(find(first, CONTENT)).isInstanceOf(SearchResult.Found.class);
            assertThat(read).containsExactly(model);
        }
        try (var second = memory()) {
            assertThat(find(second, CONTENT)).isInstanceOf(SearchResult.Found.class);
            assertThat(read).isEmpty();
        }
    }

    @Test
    void spareReadingAFileThatWasScanned() {
        scan();
        try (var memory = memory()) {
            assertThat(find(memory, CONTENT)).isInstanceOf(SearchResult.Found.class);
            assertThat(read).isEmpty();
        }
    }

    private void scan() {
        try (var store = ((StoreOpening.Opened) LibraryStore.open(folder.resolve("home/library"))).store()) {
            Scanner.scan(ScanPlace.of(comfy), store, new Crew(1), Clock.systemUTC(), Progress.silent());
        }
    }

    @Test
    void areNotBelievedOfAFileThatWasReplacedInSecret() throws IOException {
        scan();
        var other = CONTENT.replace('e', 'E');
        var before = Files.getLastModifiedTime(model);
        Files.writeString(model, other);
        Files.setLastModifiedTime(model, before);
        try (var memory = memory()) {
            assertThat(find(memory, CONTENT)).isInstanceOf(SearchResult.NotFound.class);
            assertThat(read).containsExactly(model);
            assertThat(find(memory, other)).isInstanceOf(SearchResult.Found.class);
        }
        try (var store = ((StoreOpening.Opened) LibraryStore.open(folder.resolve("home/library"))).store()) {
            assertThat(store.file(model).orElseThrow().sha256())
                    .as("what was recorded stays, so that it can be noticed")
                    .isEqualTo(hash(CONTENT));
        }
    }

    @Test
    void areNotBelievedOfAFileThatChanged() throws IOException {
        scan();
        Files.writeString(model, CONTENT + "!");
        try (var memory = memory()) {
            assertThat(find(memory, CONTENT + "!")).isInstanceOf(SearchResult.Found.class);
            assertThat(read).containsExactly(model);
        }
        try (var memory = memory()) {
            assertThat(find(memory, CONTENT + "!")).isInstanceOf(SearchResult.Found.class);
            assertThat(read).isEmpty();
        }
    }

    @Test
    void areReadAnewWhereTheStoreCannotBeUsed() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/library"), "a file where the folder should be");
        try (var memory = memory()) {
            assertThat(find(memory, CONTENT)).isInstanceOf(SearchResult.Found.class);
            assertThat(read).containsExactly(model);
            assertThat(memory.trouble()).isPresent();
        }
    }

    @Test
    void doNotOpenTheStoreForSmallFiles() {
        try (var memory = new StoredHashes(folder.resolve("home/library"), Clock.systemUTC(), 1000)) {
            assertThat(find(memory, CONTENT)).isInstanceOf(SearchResult.Found.class);
        }
        assertThat(folder.resolve("home")).doesNotExist();
    }
}
