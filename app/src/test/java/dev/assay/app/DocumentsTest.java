package dev.assay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.assay.app.config.SettingName;
import dev.assay.replica.fault.Fault;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents name is there. */
class DocumentsTest {

    private static final Path ROOT = root();
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern FAULT = Pattern.compile("`([a-z0-9]+(?:-[a-z0-9]+)+)`");
    private static final Pattern QUIRK = Pattern.compile("(?m)^\\| (\\d+) \\|");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void namesOnlyTestsThatExist() throws IOException {
        var sources = sources();
        for (var document : documents()) {
            for (var test : find(TEST, document)) {
                assertThat(sources.getOrDefault(test.group(1), ""))
                        .as(document + " names " + test.group())
                        .contains(" " + test.group(2) + "(");
            }
        }
    }

    @Test
    void listsEveryQuirkOnceAndOnlyFaultsThatExist() throws IOException {
        var integrations = ROOT.resolve("docs/technical/integrations.md");
        assertThat(find(QUIRK, integrations))
                .extracting(number -> Integer.valueOf(number.group(1)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 65).boxed().toList());
        assertThat(find(FAULT, integrations))
                .extracting(name -> name.group(1))
                .allMatch(name -> Fault.named(name).isPresent());
    }

    @Test
    void holdsEveryQuirkThroughTheCommandLine() throws IOException {
        var integrations = Files.readString(ROOT.resolve("docs/technical/integrations.md"));
        var commandLine = sources(ROOT.resolve("app/src/test/java/dev/assay/app/cli"));
        assertThat(integrations.lines().filter(line -> QUIRK.matcher(line).lookingAt()))
                .hasSize(65)
                .allSatisfy(row -> assertThat(TEST.matcher(row).results())
                        .as(row)
                        .anyMatch(test ->
                                commandLine.getOrDefault(test.group(1), "").contains(" " + test.group(2) + "(")));
    }

    @Test
    void linksOnlyToWhatExists() throws IOException {
        for (var document : documents()) {
            for (var link : find(LINK, document)) {
                assertThat(document.resolveSibling(link.group(1)).normalize())
                        .as(document + " links to " + link.group(1))
                        .exists();
            }
        }
    }

    @Test
    void tellsEveryExitCodeAndSetting() throws IOException {
        var readme = Files.readString(ROOT.resolve("README.md"));
        var guide = Files.readString(ROOT.resolve("docs/user-guide.md"));
        assertThat(ExitCode.values()).allSatisfy(code -> assertThat(readme).contains("\n| " + code.number() + " | "));
        assertThat(Arrays.stream(ExitCode.values()).filter(code -> code != ExitCode.OK))
                .allSatisfy(code -> assertThat(guide).contains("\n| " + code.number() + " | "));
        assertThat(SettingName.values())
                .allSatisfy(setting -> assertThat(readme)
                        .contains("`" + setting.key() + "`", setting.flag())
                        .contains(setting.variables()));
    }

    private static List<MatchResult> find(Pattern pattern, Path document) throws IOException {
        return pattern.matcher(Files.readString(document)).results().toList();
    }

    private static List<Path> documents() throws IOException {
        try (var top = Files.list(ROOT);
                var below = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The sources of all tests, by the name of their class. */
    private static Map<String, String> sources() throws IOException {
        try (var modules = Files.list(ROOT)) {
            return sources(modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toArray(Path[]::new));
        }
    }

    private static Map<String, String> sources(Path... folders) {
        return Stream.of(folders)
                .flatMap(DocumentsTest::javaFiles)
                .collect(Collectors.toMap(DocumentsTest::className, DocumentsTest::read, String::concat));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of this checkout; tests are started in their module. */
    private static Path root() {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("docs/technical"))) {
                return at;
            }
        }
        throw new AssertionError("there are no documents in this checkout");
    }
}
