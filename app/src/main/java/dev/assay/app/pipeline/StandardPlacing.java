package dev.assay.app.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.assay.civitai.model.ModelResolver;
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
import dev.assay.core.reference.HuggingFaceFile;
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
    private final ModelResolver resolver;
    private final Disk disk;
    private final Placing placing;
    private final boolean noDownload;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * For one image.
     *
     * @param resolver asks about those whose content the table does not know
     * @param placing for those that are not there
     * @param noDownload whether nothing is to be downloaded, so that nobody need be asked
     */
    StandardPlacing(StandardFiles standards, ModelResolver resolver, Disk disk, Placing placing, boolean noDownload) {
        this.standards = standards;
        this.resolver = resolver;
        this.disk = disk;
        this.placing = placing;
        this.noDownload = noDownload;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether it is a text encoder or VAE that the site does not know, and that goes by a standard file's name. */
    static boolean isStandard(StandardFiles standards, ResolvedIngredient resolved) {
        var role = resolved.ingredient().role();
        return (role == Role.TEXT_ENCODER || role == Role.VAE)
                && !(resolved.resolution() instanceof Resolution.Exact)
                && standards.all().stream().anyMatch(file -> isNamed(resolved.ingredient(), file.name()));
    }

    /** The standard ControlNet that goes by that name; the extension's own bear the same, and come in full precision. */
    static Optional<Standard> controlNet(StandardFiles standards, Ingredient ingredient) {
        return standards.all().stream()
                .filter(file -> file.folder().equals(FolderKind.CONTROLNET.key()))
                .filter(file -> isNamed(ingredient, file.name())
                        || isNamed(ingredient, file.name().replace("_fp16.", ".")))
                .findFirst()
                .map(file -> new Standard(file.name(), List.of()));
    }

    /** Whether the metadata may mean that file: by its name, with or without folder and extension. */
    static boolean isNamed(Ingredient ingredient, String file) {
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
        if (there.isPresent()) {
            var resolution = known(ingredient.role(), there.get().name());
            return new Part(
                    new ResolvedIngredient(ingredient, resolution, List.of()),
                    kind.key(),
                    there.get().state());
        }
        return placing.place(missing(ingredient, standard.name()), Optional.of(kind));
    }

    private ResolvedIngredient missing(Ingredient ingredient, String name) {
        var place = standards.named(name).stream()
                .findFirst()
                .filter(file -> file.sha256().isEmpty() && !noDownload)
                .flatMap(StandardPlacing::place);
        // Whose content the table does not state, the repository does.
        var resolution = place.map(where -> asked(ingredient, where)).orElseGet(() -> known(ingredient.role(), name));
        return new ResolvedIngredient(ingredient, resolution, List.of());
    }

    private Resolution asked(Ingredient ingredient, HuggingFaceFile where) {
        var source = ingredient.sources().getFirst();
        return resolver.resolve(
                        Ingredient.of(ingredient.role(), ingredient.name(), source, new Clue.OnHuggingFace(where)))
                .resolution();
    }

    private static Optional<HuggingFaceFile> place(StandardFile file) {
        return HuggingFaceFile.of(file.repository(), "main", file.path());
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

    private Resolution known(Role role, String name) {
        var known = standards.named(name).stream().findFirst();
        var file = new ModelFile(
                0,
                0,
                0,
                known.map(StandardFile::repository).orElse(name),
                "main",
                type(role),
                "",
                name,
                "Model",
                "SafeTensor",
                BigDecimal.valueOf(known.map(one -> one.bytes().orElse(0)).orElse(0L))
                        .divide(KIB),
                known.flatMap(StandardFile::sha256),
                Map.of(),
                List.of(),
                ModelFile.Scan.UNKNOWN,
                Optional.empty());
        return new Resolution.Exact(
                known.flatMap(StandardPlacing::place).map(file::at).orElse(file), "its name, a standard file's");
    }

    /** As the site would call it. */
    private static String type(Role role) {
        return switch (role) {
            case VAE -> "VAE";
            case TEXT_ENCODER -> "TextEncoder";
            case CLIP_VISION -> "CLIPVision";
            case CONTROLNET -> "Controlnet";
            case CHECKPOINT, REFINER, UNET, LORA, EMBEDDING, HYPERNETWORK, UPSCALER, DETECTION, OTHER, UNKNOWN ->
                "UNet";
        };
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
