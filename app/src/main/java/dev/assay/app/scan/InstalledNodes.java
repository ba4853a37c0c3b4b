package dev.assay.app.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.workflow.needs.PackNames;
import dev.assay.core.workflow.needs.PackNeed;

/**
 * What lies in {@code custom_nodes}, for when no server answers. A pack is known by the name of its folder or the one
 * that it gives itself; where nobody knows which pack brings a class, its name is looked for in the packs' own code.
 */
final class InstalledNodes implements NodeCheck {

    private static final Pattern PROJECT_NAME = Pattern.compile("(?m)^name\\s*=\\s*\"([^\"\\n]{1,200})\"");
    private static final Pattern PROJECT_VERSION = Pattern.compile("(?m)^version\\s*=\\s*\"([^\"\\n]{1,100})\"");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern BRANCH = Pattern.compile("ref: refs/heads/[A-Za-z0-9_-][A-Za-z0-9_./-]{0,200}");
    private static final int LARGEST = 1 << 20;
    private static final int MOST_FILES = 5_000;
    private static final int DEEPEST = 6;

    private final Path folder;
    private final Map<String, Path> packs = new HashMap<>();
    private final Map<String, Optional<Path>> mentions = new ConcurrentHashMap<>();

    private InstalledNodes(Path folder) {
        this.folder = folder;
    }

    /** What is in that folder. */
    static InstalledNodes in(Path folder) {
        var installed = new InstalledNodes(folder);
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted().forEach(installed::add);
        } catch (IOException _) {
            // Without such a folder there are no packs.
        }
        return installed;
    }

    private void add(Path entry) {
        var name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
        if (name.startsWith(".") || name.startsWith("__") || name.endsWith(".disabled")) {
            return;
        }
        if (Files.isDirectory(entry)) {
            packs.putIfAbsent(PackNames.plain(name), entry);
            projectName(entry).ifPresent(own -> packs.putIfAbsent(PackNames.plain(own), entry));
        } else if (name.endsWith(".py")) {
            packs.putIfAbsent(PackNames.plain(name.substring(0, name.length() - ".py".length())), entry);
        }
    }

    private static Optional<String> projectName(Path pack) {
        return text(pack.resolve("pyproject.toml"))
                .map(PROJECT_NAME::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LARGEST
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public PackState of(PackNeed pack) {
        return ServerNodes.names(pack)
                .flatMap(name -> Optional.ofNullable(packs.get(name)).stream())
                .findFirst()
                .map(Path::toString)
                .<PackState>map(PackState.There::new)
                .orElseGet(() -> byClasses(pack));
    }

    @Override
    public Optional<String> version(PackNeed pack) {
        return ServerNodes.names(pack)
                .flatMap(name -> Optional.ofNullable(packs.get(name)).stream())
                .findFirst()
                .flatMap(found -> stated(found).or(() -> commit(found)));
    }

    private static Optional<String> stated(Path pack) {
        return text(pack.resolve("pyproject.toml"))
                .map(PROJECT_VERSION::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    /** Of a checkout, the commit that it is at. */
    private static Optional<String> commit(Path pack) {
        var head = text(pack.resolve(".git/HEAD")).map(String::strip).orElse("");
        if (COMMIT.matcher(head).matches()) {
            return Optional.of(head);
        }
        return BRANCH.matcher(head).matches() && !head.contains("..")
                ? text(pack.resolve(".git").resolve(head.substring("ref: ".length())))
                        .map(String::strip)
                        .filter(text -> COMMIT.matcher(text).matches())
                : Optional.empty();
    }

    private PackState byClasses(PackNeed pack) {
        var unknown =
                pack.classes().stream().filter(type -> mention(type).isEmpty()).toList();
        return unknown.isEmpty()
                ? new PackState.There(
                        mention(pack.classes().getFirst()).map(Path::toString).orElse(folder.toString()))
                : new PackState.Missing(unknown);
    }

    private Optional<Path> mention(String type) {
        return mentions.computeIfAbsent(type, this::lookFor);
    }

    private Optional<Path> lookFor(String type) {
        return packs.values().stream()
                .distinct()
                .filter(pack -> mentions(pack, type))
                .findFirst();
    }

    private static boolean mentions(Path pack, String type) {
        try (Stream<Path> files = Files.walk(pack, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(".py"))
                    .limit(MOST_FILES)
                    .flatMap(file -> text(file).stream())
                    .anyMatch(code -> code.contains('"' + type + '"') || code.contains('\'' + type + '\''));
        } catch (IOException | java.io.UncheckedIOException _) {
            return false;
        }
    }

    /** Whether some newer ComfyUI has a class cannot be told from a folder. */
    @Override
    public List<String> unknownCore(List<String> classes) {
        return List.of();
    }

    @Override
    public Optional<String> source() {
        return Optional.of(folder.toString());
    }
}
