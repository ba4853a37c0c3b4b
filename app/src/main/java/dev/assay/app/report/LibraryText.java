package dev.assay.app.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.assay.app.library.DuplicateSet;
import dev.assay.app.library.HashQuery;
import dev.assay.app.library.LibraryItem;
import dev.assay.app.library.PickleWarning;
import dev.assay.core.safetensors.Family;
import dev.assay.models.sidecar.Sidecar;
import dev.assay.models.sidecar.Sidecars;

/** The library for people. Everything in it that comes from outside is made harmless first. */
public final class LibraryText {

    private static final int NAME_WIDTH = 44;
    private static final int TITLE_WIDTH = 60;

    private final Paint paint;

    public LibraryText(Paint paint) {
        this.paint = paint;
    }

    /** Files by folder, a line each. */
    public List<String> list(List<LibraryItem> items) {
        var byFolder =
                items.stream().collect(Collectors.groupingBy(LibraryItem::folder, TreeMap::new, Collectors.toList()));
        return byFolder.entrySet().stream()
                .flatMap(folder -> Stream.concat(
                        Stream.of(paint.bold(heading(folder.getKey(), folder.getValue()))),
                        folder.getValue().stream().flatMap(item -> line(item).stream())))
                .toList();
    }

    private static String heading(String folder, List<LibraryItem> items) {
        var bytes = items.stream().mapToLong(item -> item.file().stamp().size()).sum();
        return (folder.isEmpty() ? "elsewhere" : folder) + "  (" + items.size()
                + (items.size() == 1 ? " file, " : " files, ") + TextReport.size(bytes) + ")";
    }

    private List<String> line(LibraryItem item) {
        var name = SafeText.line(item.file().listingName());
        var text = "  " + name + " ".repeat(Math.max(1, NAME_WIDTH - name.length()))
                + pad(TextReport.size(item.file().stamp().size()), 10)
                + pad(item.kind().words(), 16)
                + pad(base(item), 18)
                + paint.dim(item.file().sha256().autoV2()) + "  "
                + SafeText.brief(item.title(), TITLE_WIDTH);
        return Stream.concat(Stream.of(text.stripTrailing()), remarks(item)).toList();
    }

    /** What is the matter with it, a line each. */
    private Stream<String> remarks(LibraryItem item) {
        var presence = switch (item.presence()) {
            case THERE -> Stream.<String>empty();
            case CHANGED -> Stream.of("it has changed since it was read: assay library scan");
            case GONE -> Stream.of("it is no longer there");
        };
        var damage = item.file().damage().map(broken -> "broken: " + broken.words()).stream();
        var danger =
                item.named().filter(named -> named.dangerous()).map(_ -> "the site's scan calls it dangerous").stream();
        var imports = item.entry().content().flatMap(content -> PickleWarning.of(content.imports())).stream();
        return Stream.of(presence, damage, danger, imports, item.misplaced().stream())
                .flatMap(remark -> remark)
                .map(remark -> "    " + paint.red("! ") + SafeText.line(remark));
    }

    private static String base(LibraryItem item) {
        var shown = item.family() == Family.UNKNOWN ? "" : (item.family().words() + " " + item.variant()).strip();
        var site = item.named().map(named -> named.baseModel()).orElse("");
        return site.isEmpty() ? shown : site;
    }

    private static String pad(String text, int width) {
        var safe = SafeText.brief(text, width - 2);
        return safe + " ".repeat(width - safe.length());
    }

    /** Contents that are there more than once. */
    public List<String> duplicates(List<DuplicateSet> sets) {
        return Stream.concat(sets.stream().flatMap(this::duplicate), Stream.of(sum(sets)))
                .toList();
    }

    private static String sum(List<DuplicateSet> sets) {
        var cost = TextReport.size(sets.stream().mapToLong(DuplicateSet::cost).sum());
        return switch (sets.size()) {
            case 0 -> "Nothing is there twice.";
            case 1 -> "One content is there more than once; all but one copy of it take " + cost + ".";
            default -> sets.size() + " contents are there more than once; all but one copy of each take " + cost + ".";
        };
    }

    private Stream<String> duplicate(DuplicateSet set) {
        var first = set.copies().getFirst();
        return Stream.concat(
                Stream.of(paint.bold(first.file().sha256().autoV2()) + "  "
                        + TextReport.size(first.file().stamp().size()) + " each, costs "
                        + TextReport.size(set.cost()) + "  " + SafeText.brief(first.title(), TITLE_WIDTH)),
                set.copies().stream()
                        .map(copy -> "  " + SafeText.line(copy.file().path().toString())));
    }

    /** One file, with everything. */
    public List<String> detail(HashQuery.Match match) {
        var item = match.item();
        var hashes = item.entry()
                .content()
                .map(content -> Stream.of(
                                content.digests().autoV3().map(hash -> "AutoV3 " + hash),
                                content.digests().autoV1().map(hash -> "AutoV1 " + hash),
                                Optional.of("CRC32 " + content.digests().crc32()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .orElse("");
        return Stream.of(
                        Stream.of(
                                paint.bold(SafeText.line(item.file().path().toString())) + "  (by " + match.by() + ")"),
                        Stream.of("  " + TextReport.size(item.file().stamp().size()) + ", "
                                + item.kind().words()
                                + (base(item).isEmpty() ? "" : ", " + SafeText.line(base(item)))),
                        Stream.of("  SHA-256 " + item.file().sha256()),
                        Stream.of(
                                "  AutoV2 " + item.file().sha256().autoV2() + (hashes.isEmpty() ? "" : ", " + hashes)),
                        item
                                .named()
                                .map(named -> "  on the site: " + SafeText.line(named.words()) + " (version "
                                        + named.versionId() + ")")
                                .stream(),
                        Sidecars.beside(item.file().path()).stream().map(sidecar -> "  " + sidecar(sidecar, item)),
                        remarks(item))
                .flatMap(lines -> lines)
                .toList();
    }

    static String sidecar(Sidecar sidecar, LibraryItem item) {
        var says = sidecar.problem()
                .orElseGet(() -> (sidecar.title().isEmpty() ? "" : "\"" + sidecar.title() + "\", ")
                        + sidecar.isAbout(item.file().sha256())
                                .map(agrees -> agrees ? "about this very content" : "about another content")
                                .orElse("it does not say about which content"));
        return "side-car " + SafeText.line(String.valueOf(sidecar.path().getFileName())) + ": " + SafeText.line(says);
    }
}
