package dev.assay.app.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import dev.assay.core.hash.Sha256;
import dev.assay.core.workflow.needs.ModelNeed;
import dev.assay.core.workflow.needs.Naming;
import dev.assay.models.folder.FolderKind;

/**
 * Says of each need where it is. A name counts letter by letter; a name that merely looks alike is a candidate, which is
 * shown and never chosen. The size of a file says nothing: an embedding may be a few kilobytes.
 */
final class Lookup implements ModelLookup {

    /** ComfyUI tries these, in this order, behind an embedding's name. */
    private static final List<String> EMBEDDING_EXTENSIONS = List.of("", ".safetensors", ".pt", ".bin");

    private static final int MOST_CANDIDATES = 5;
    private static final int SHORTEST_LIKENESS = 4;

    /** What the answer depends on. */
    private record Question(String name, String folder, boolean guessed, Naming naming, Optional<Sha256> noted) {}

    private final Shelf shelf;

    /** Many workflows name the same models. */
    private final Map<Question, ModelState> answers = new ConcurrentHashMap<>();

    Lookup(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public ModelState of(ModelNeed need) {
        var noted = need.noted().flatMap(one -> one.sha256());
        var question = new Question(need.name(), need.folder(), need.guessed(), need.naming(), noted);
        var known = answers.get(question);
        if (known == null) {
            known = checked(find(question), noted);
            answers.put(question, known);
        }
        return known;
    }

    /** A file of the right name with another content is not the model that the author noted. */
    private static ModelState checked(ModelState state, Optional<Sha256> noted) {
        var copy = switch (state) {
            case ModelState.There(var there) -> Optional.of(there);
            case ModelState.OtherSlash(var there, var _) -> Optional.of(there);
            case ModelState.Elsewhere(var there, var _, var _) -> Optional.of(there);
            case ModelState.Ambiguous _,
                    ModelState.OtherContent _,
                    ModelState.Missing _,
                    ModelState.Listed _,
                    ModelState.NotLookedFor _ -> Optional.<ModelState.Copy>empty();
        };
        return copy.filter(one -> noted.isPresent()
                        && one.sha256().isPresent()
                        && !one.sha256().equals(noted))
                .<ModelState>map(one -> new ModelState.OtherContent(one, noted.orElseThrow()))
                .orElse(state);
    }

    private ModelState find(Question question) {
        var kinds = kinds(question);
        return byName(question, kinds)
                .or(() -> byContent(question, kinds))
                .or(() -> elsewhere(question, kinds))
                .orElseGet(() -> new ModelState.Missing(candidates(question, kinds)));
    }

    /** The kinds in which its loader looks; none where nobody knows. */
    private static List<FolderKind> kinds(Question question) {
        List<FolderKind> kinds = new ArrayList<>();
        FolderKind.of(question.folder()).ifPresent(kinds::add);
        var slash = question.name().replace('\\', '/').indexOf('/');
        if (question.folder().equals("ultralytics") && slash > 0) {
            // The pack lists models/ultralytics/bbox as a kind of its own, with the folder before the name.
            FolderKind.of("ultralytics_" + question.name().substring(0, slash)).ifPresent(kinds::add);
        }
        return kinds;
    }

    private Optional<ModelState> byName(Question question, List<FolderKind> kinds) {
        return switch (question.naming()) {
            case LISTED -> listed(question, kinds);
            case EMBEDDING ->
                EMBEDDING_EXTENSIONS.stream()
                        .flatMap(extension -> spelt(question.name() + extension, kinds).stream())
                        .findFirst();
            case STEM -> stem(question, kinds);
            case AIR -> Optional.empty();
        };
    }

    private Optional<ModelState> listed(Question question, List<FolderKind> kinds) {
        return spelt(question.name(), kinds)
                .or(() -> question.guessed() || kinds.isEmpty() ? anywhere(question) : Optional.empty());
    }

    /** Where the folder is only a guess, the exact name in any folder is as good. */
    private Optional<ModelState> anywhere(Question question) {
        return Stream.of(question.name(), here(question.name()))
                .flatMap(name -> shelf.listed(name).stream())
                .findFirst()
                .map(item -> new ModelState.There(shelf.copy(item)));
    }

    private Optional<ModelState> spelt(String name, List<FolderKind> kinds) {
        for (var kind : kinds) {
            var exact = shelf.listed(kind, name);
            if (exact.isPresent()) {
                return exact.map(item -> new ModelState.There(shelf.copy(item)));
            }
            var other = shelf.listed(kind, here(name)).or(() -> shelf.listed(kind, below(kind, here(name))));
            if (other.isPresent()) {
                return other.map(item -> item.listed().equals(name) || !name.contains(foreignSlash())
                        ? new ModelState.There(shelf.copy(item))
                        : new ModelState.OtherSlash(shelf.copy(item), here(name)));
            }
        }
        return Optional.empty();
    }

    /** {@code bbox/x.pt} of a kind {@code ultralytics_bbox} is the file {@code x.pt} in it. */
    private static String below(FolderKind kind, String name) {
        var separator = java.io.File.separatorChar;
        var slash = name.indexOf(separator);
        return slash > 0 && kind.key().endsWith('_' + name.substring(0, slash)) ? name.substring(slash + 1) : name;
    }

    /** The name with this system's slashes. */
    private static String here(String name) {
        return name.replace('\\', '/').replace('/', java.io.File.separatorChar);
    }

    private static String foreignSlash() {
        return java.io.File.separatorChar == '/' ? "\\" : "/";
    }

    /** Packs that go without extensions take the first file of that name in any folder below. */
    private Optional<ModelState> stem(Question question, List<FolderKind> kinds) {
        for (var kind : kinds) {
            var name = here(question.name());
            var items = shelf.stems(kind, Shelf.stem(fileName(name))).stream()
                    .filter(item -> !name.contains(java.io.File.separator)
                            || Shelf.stem(item.listed()).equals(Shelf.stem(name)))
                    .toList();
            if (!items.isEmpty()) {
                return Optional.of(one(items));
            }
            var folder = shelf.folder(kind, name);
            if (folder.isPresent() && !name.isEmpty()) {
                return folder.map(path -> new ModelState.There(new ModelState.Copy(path, Optional.empty())));
            }
        }
        return Optional.empty();
    }

    private ModelState one(List<Shelf.Item> items) {
        return items.size() == 1
                ? new ModelState.There(shelf.copy(items.getFirst()))
                : new ModelState.Ambiguous(items.stream().map(shelf::copy).toList());
    }

    private Optional<ModelState> byContent(Question question, List<FolderKind> kinds) {
        return question.noted().flatMap(content -> {
            var holding = shelf.holding(content).stream()
                    .filter(item -> shelf.copy(item).sha256().equals(question.noted()))
                    .toList();
            return Stream.concat(holding.stream().filter(item -> kinds.contains(item.kind())), holding.stream())
                    .findFirst()
                    .map(item -> found(question, item, kinds));
        });
    }

    /** An AIR has no name that the file would have to have. */
    private ModelState found(Question question, Shelf.Item item, List<FolderKind> kinds) {
        var anyName = question.naming() == Naming.AIR && (kinds.isEmpty() || kinds.contains(item.kind()));
        return anyName
                ? new ModelState.There(shelf.copy(item))
                : new ModelState.Elsewhere(shelf.copy(item), loadable(item, kinds), true);
    }

    private static Optional<String> loadable(Shelf.Item item, List<FolderKind> kinds) {
        return Optional.of(item.listed()).filter(_ -> kinds.contains(item.kind()));
    }

    /** The exact name of the file, in another folder. */
    private Optional<ModelState> elsewhere(Question question, List<FolderKind> kinds) {
        if (question.naming() != Naming.LISTED) {
            return Optional.empty();
        }
        var all = shelf.named(fileName(here(question.name())));
        var own = all.stream().filter(item -> kinds.contains(item.kind())).toList();
        var items = own.isEmpty() ? all : own;
        return switch (items.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new ModelState.Elsewhere(
                        shelf.copy(items.getFirst()), loadable(items.getFirst(), kinds), false));
            default -> Optional.of(several(items, kinds));
        };
    }

    /** Several copies of one content are one model. */
    private ModelState several(List<Shelf.Item> items, List<FolderKind> kinds) {
        var copies = items.stream().map(shelf::copy).toList();
        var contents = copies.stream().map(ModelState.Copy::sha256).distinct().toList();
        return contents.size() == 1 && contents.getFirst().isPresent()
                ? new ModelState.Elsewhere(copies.getFirst(), loadable(items.getFirst(), kinds), false)
                : new ModelState.Ambiguous(copies);
    }

    private List<java.nio.file.Path> candidates(Question question, List<FolderKind> kinds) {
        var wanted = Shelf.plain(fileName(here(question.name())));
        if (wanted.length() < SHORTEST_LIKENESS) {
            return List.of();
        }
        return kinds.stream()
                .flatMap(kind -> shelf.all(kind).stream())
                .filter(item -> alike(Shelf.plain(item.fileName()), wanted))
                .map(item -> item.file().path())
                .sorted()
                .limit(MOST_CANDIDATES)
                .toList();
    }

    private static boolean alike(String one, String other) {
        return one.length() >= SHORTEST_LIKENESS && (one.startsWith(other) || other.startsWith(one));
    }

    private static String fileName(String name) {
        return name.substring(name.lastIndexOf(java.io.File.separatorChar) + 1);
    }
}
