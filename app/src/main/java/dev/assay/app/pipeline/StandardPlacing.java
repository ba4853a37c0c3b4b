package dev.assay.app.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.app.ExitCode;
import dev.assay.civitai.model.ResolvedIngredient;
import dev.assay.core.family.Standard;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Clue;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.core.ingredient.Role;
import dev.assay.core.ingredient.StandardFile;
import dev.assay.core.ingredient.StandardFiles;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.folder.FolderKind;
import dev.assay.models.hash.SizeRange;
import dev.assay.models.library.Library;
import dev.assay.models.library.Search;
import dev.assay.models.library.SearchResult;

/** Places a standard file: where the user has it, by content or else by its exact name, or where it would go. */
final class StandardPlacing {

    private static final BigDecimal KIB = BigDecimal.valueOf(1024);

    private final StandardFiles standards;
    private final Disk disk;
    private final Request request;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    StandardPlacing(StandardFiles standards, Disk disk, Request request) {
        this.standards = standards;
        this.disk = disk;
        this.request = request;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether it is a text encoder or VAE that the site does not know, and that goes by a standard file's name. */
    boolean isStandard(ResolvedIngredient resolved) {
        var role = resolved.ingredient().role();
        return (role == Role.TEXT_ENCODER || role == Role.VAE)
                && !(resolved.resolution() instanceof Resolution.Exact)
                && standards.all().stream().anyMatch(file -> isNamed(resolved.ingredient(), file.name()));
    }

    /** Whether the metadata may mean that file: by its name, with or without folder and extension. */
    boolean isNamed(Ingredient ingredient, String file) {
        return ingredient.clues().stream()
                .anyMatch(clue ->
                        clue instanceof Clue.Named(var name) && stem(name).equals(stem(file)));
    }

    private static String stem(String name) {
        var base = name.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
        return base.substring(base.lastIndexOf('/') + 1).replaceFirst("\\.(safetensors|sft)$", "");
    }

    /** Places one, or what serves instead of it. */
    Part place(Ingredient ingredient, Standard standard) {
        var kind = Uses.folder(ingredient.role()).orElseThrow();
        var there = disk.comfy()
                .flatMap(comfy -> Stream.concat(Stream.of(standard.name()), standard.instead().stream())
                        .flatMap(name -> there(name, kind, comfy).stream())
                        .findFirst());
        there.filter(found -> !found.name().equals(standard.name()))
                .ifPresent(found -> findings.add(instead(standard, found.name())));
        var name = there.map(Found::name).orElse(standard.name());
        var resolved = new ResolvedIngredient(
                ingredient,
                new Resolution.Exact(file(ingredient.role(), name), "its name, a standard file's"),
                List.of());
        return new Part(
                resolved,
                kind.key(),
                there.<PartState>map(Found::state).orElseGet(() -> missing(standard.name(), kind)));
    }

    /** One that is there, under which of the names. */
    private record Found(String name, PartState.OnDisk state) {}

    private Optional<Found> there(String name, FolderKind kind, ComfyFolders comfy) {
        return disk.library()
                .flatMap(library -> byContent(name, kind, library).or(() -> byName(name, kind, library, comfy)));
    }

    private Optional<Found> byContent(String name, FolderKind kind, Library library) {
        return standards.named(name).stream()
                .filter(file -> file.sha256().isPresent() && file.bytes().isPresent())
                .map(file -> new Search(
                        List.of(kind),
                        file.sha256().orElseThrow(),
                        SizeRange.exactly(file.bytes().orElseThrow()),
                        name))
                .flatMap(search -> library.find(search, disk.progress()) instanceof SearchResult.Found found
                        ? Stream.of(new Found(
                                name, new PartState.OnDisk(found.file().path(), found.listingName())))
                        : Stream.empty())
                .findFirst();
    }

    /** Everybody means the same by the name; whether it is the same content is said where it is not. */
    private Optional<Found> byName(String name, FolderKind kind, Library library, ComfyFolders comfy) {
        var file = library.list(kind).files().stream()
                .filter(one -> one.path().getFileName().toString().equals(name))
                .flatMap(one -> comfy.listingName(kind, one.path()).stream()
                        .map(listed -> new Found(name, new PartState.OnDisk(one.path(), listed))))
                .findFirst();
        file.filter(_ -> !standards.named(name).isEmpty()).ifPresent(_ -> findings.add(otherContent(name)));
        return file;
    }

    private PartState missing(String name, FolderKind kind) {
        if (disk.comfy().isEmpty()) {
            return new PartState.NotLookedFor();
        }
        var target = disk.comfy().get().downloadTarget(kind);
        var known = standards.named(name).stream().findFirst();
        if (request.noDownload()) {
            return new PartState.Missing(
                    target,
                    name,
                    known.map(StandardFile::bytes).map(bytes -> bytes.orElse(0)).orElse(0L));
        }
        problems.add(new Problem(
                ExitCode.INGREDIENT,
                "\"" + name + "\"",
                "The workflow needs this standard file, and it is not in " + target + ".",
                "Assay does not know where it can be had.",
                known.map(file -> "Put it there yourself; see " + file.page())
                        .orElse("Put it there yourself, or run again with --no-download.")));
        return new PartState.Unavailable("not on this computer");
    }

    private ModelFile file(Role role, String name) {
        var known = standards.named(name).stream().findFirst();
        return new ModelFile(
                0,
                0,
                0,
                known.map(StandardFile::repository).orElse(name),
                "",
                role == Role.VAE ? "VAE" : "TextEncoder",
                "",
                name,
                "Model",
                "SafeTensor",
                BigDecimal.valueOf(known.map(file -> file.bytes().orElse(0)).orElse(0L))
                        .divide(KIB),
                known.flatMap(StandardFile::sha256),
                Map.of(),
                List.of(),
                ModelFile.Scan.UNKNOWN,
                Optional.empty());
    }

    private static Finding instead(Standard wanted, String used) {
        return Finding.info(
                "STANDARD_INSTEAD",
                Effect.APPROXIMATES,
                "\"" + wanted.name() + "\" is not there; \"" + used
                        + "\" is used, the same weights in other precision.");
    }

    private static Finding otherContent(String name) {
        return Finding.info(
                "STANDARD_BY_NAME",
                Effect.DOUBT,
                "\"" + name + "\" is there under that name, but its content is not the standard file's as far as Assay"
                        + " knows it.");
    }
}
