package dev.assay.models.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.folder.Surroundings;
import dev.assay.models.hash.RunningSha256;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.progress.Progress;
import dev.assay.models.progress.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryTest {

    @TempDir
    Path root;

    private Path loras;
    private ComfyFolders folders;
    private final List<Path> read = new ArrayList<>();

    @BeforeEach
    void install() throws IOException {
        loras = Files.createDirectories(root.resolve("models/loras"));
        folders = ComfyFolders.at(root, new Surroundings(root, Map.of())).orElseThrow();
    }

    private static Sha256 hash(String content) {
        var hash = new RunningSha256();
        hash.update(content.getBytes(StandardCharsets.UTF_8), 0, content.length());
        return hash.soFar();
    }

    private Path put(String name, String content) throws IOException {
        var file = loras.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private SearchResult find(String content, String likelyName) {
        return find(content, likelyName, HashMemory.none());
    }

    private SearchResult find(String content, String likelyName, HashMemory memory) {
        var search = new Search(
                List.of(FolderKind.CHECKPOINTS, FolderKind.LORAS),
                hash(content),
                SizeRange.exactly(content.length()),
                likelyName);
        return new Library(folders, memory).find(search, step -> {
            if (step instanceof Step.Hashing hashing) {
                read.add(hashing.file());
            }
        });
    }

    @Test
    void findsAFileByItsContentWhateverItsName() throws IOException {
        put("a.safetensors", "aaaa");
        var renamed = put("styles/my own name.safetensors", "bbbb");
        put("long.safetensors", "a longer one");
        assertThat(find("bbbb", "b.safetensors")).isInstanceOfSatisfying(SearchResult.Found.class, found -> {
            assertThat(found.file().path()).isEqualTo(renamed);
            assertThat(found.kind()).isEqualTo(FolderKind.LORAS);
            assertThat(found.listingName())
                    .isEqualTo(Path.of("styles", "my own name.safetensors").toString());
        });
        assertThat(read).doesNotContain(loras.resolve("long.safetensors"));
    }

    @Test
    void takesNoFileForAnotherBecauseOfItsName() throws IOException {
        put("wanted.safetensors", "fake");
        assertThat(find("real", "wanted.safetensors")).isEqualTo(new SearchResult.NotFound(List.of()));
    }

    @Test
    void takesNoFileUnderANameThatComfyWouldNotListOrWouldReadInAnotherWay() throws IOException {
        put("a.safetensors.bak", "aaaa");
        put("a.ckpt", "aaaa");
        put("a", "aaaa");
        assertThat(find("aaaa", "a.safetensors")).isEqualTo(new SearchResult.NotFound(List.of()));
        put("a.sft", "aaaa");
        assertThat(find("aaaa", "a.safetensors")).isInstanceOf(SearchResult.Found.class);
    }

    @Test
    void readsTheFileOfTheLikelyNameFirst() throws IOException {
        for (int i = 0; i < 5; i++) {
            put(i + ".pt", "aaa" + i);
        }
        assertThat(find("aaa3", "3.PT")).isInstanceOf(SearchResult.Found.class);
        assertThat(read).containsExactly(loras.resolve("3.pt"));
    }

    @Test
    void followsLinksButNotInACircle(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("x.pt"), "linked");
        Files.createSymbolicLink(loras.resolve("shared"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("round"), elsewhere);
        Files.createSymbolicLink(loras.resolve("self"), loras);
        assertThat(find("linked", "x.pt"))
                .isInstanceOfSatisfying(
                        SearchResult.Found.class,
                        found -> assertThat(found.listingName())
                                .isEqualTo(Path.of("shared", "x.pt").toString()));
    }

    @Test
    void passesOverUnfinishedDownloadsAndRepositories() throws IOException {
        put(".m.safetensors.0123456789ab.assay-part", "part");
        put(".git/objects/x", "part");
        assertThat(find("part", "m.safetensors")).isInstanceOf(SearchResult.NotFound.class);
        assertThat(read).isEmpty();
    }

    @Test
    void reportsWhatCannotBeRead() throws IOException {
        Files.createSymbolicLink(loras.resolve("dangling.pt"), root.resolve("nowhere"));
        assertThat(find("any", "any.pt"))
                .isInstanceOfSatisfying(
                        SearchResult.NotFound.class,
                        result -> assertThat(result.unreadable())
                                .extracting(Unreadable::path)
                                .containsExactly(loras.resolve("dangling.pt")));
    }

    @Test
    void readsNoFileTwiceThatIsRemembered() throws IOException {
        put("a.pt", "aaaa");
        var memory = new Remembering();
        find("aaaa", "a.pt", memory);
        read.clear();
        assertThat(find("aaaa", "a.pt", memory)).isInstanceOf(SearchResult.Found.class);
        assertThat(read).isEmpty();
        put("a.pt", "aaaaa");
        assertThat(find("aaaa", "a.pt", memory)).isInstanceOf(SearchResult.NotFound.class);
    }

    @Test
    void endsWhenCancelled() throws IOException {
        put("a.pt", "aaaa");
        var search = new Search(List.of(FolderKind.LORAS), hash("aaaa"), SizeRange.unknown(), "a.pt");
        var cancelled = new Progress() {
            @Override
            public void report(Step step) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(new Library(folders, HashMemory.none()).find(search, cancelled))
                .isEqualTo(new SearchResult.Cancelled());
    }

    private static final class Remembering implements HashMemory {
        private final Map<ModelFile, Sha256> hashes = new HashMap<>();

        @Override
        public Optional<Sha256> recall(ModelFile file) {
            return Optional.ofNullable(hashes.get(file));
        }

        @Override
        public void remember(ModelFile file, Sha256 sha256) {
            hashes.put(file, sha256);
        }
    }
}
