package dev.assay.core.sanity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.assay.core.family.Compatibility;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Role;
import dev.assay.core.making.Placed;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Family;
import dev.assay.core.safetensors.ModelKind;

import static dev.assay.core.finding.Effect.DOUBT;
import static dev.assay.core.finding.Effect.LEAVES_OUT;
import static dev.assay.core.finding.Effect.NONE;
import static dev.assay.core.finding.Effect.PREVENTS;

/** Rules about whether models are what they are taken for, and go together. A file's own tensors outweigh any label. */
final class FitRules {

    private static final String RULES = "Civitai's rules across ecosystems";

    /** File types by which the site marks a diffusion model without its encoders. */
    private static final Set<String> BARE_MODELS = Set.of("UNet", "Diffusion Model");

    private static final Set<ModelKind> HOLDS_A_MODEL = Set.of(ModelKind.CHECKPOINT, ModelKind.UNET_ONLY);

    static final List<Rule> ALL = List.of(
            new Rule("MODEL_KIND", "the tensors in the file, or the site's file type", FitRules::kinds),
            new Rule(
                    "LORA_BASE",
                    RULES,
                    c -> fits(c, Role.LORA, Compatibility.NO)
                            .map(what ->
                                    Remark.warning(DOUBT, what + "does not fit; ComfyUI skips it without an error"))),
            new Rule(
                    "LORA_PARTIAL",
                    RULES,
                    c -> fits(c, Role.LORA, Compatibility.PARTIAL)
                            .map(what -> Remark.info(NONE, what + "loads, but how well it works varies"))),
            new Rule("EMB_BASE", RULES, FitRules::embeddings),
            new Rule(
                    "CN_BASE",
                    RULES,
                    c -> fits(c, Role.CONTROLNET, Compatibility.NO)
                            .map(what -> Remark.error(
                                    DOUBT,
                                    what + "cannot steer it, and ComfyUI stops with an error where it has to"))));

    private FitRules() {}

    private static Stream<Remark> embeddings(Case c) {
        return Stream.concat(
                fits(c, Role.EMBEDDING, Compatibility.NO)
                        .map(what -> Remark.warning(DOUBT, what + "does not fit; ComfyUI ignores it without an error")),
                fits(c, Role.EMBEDDING, Compatibility.PARTIAL)
                        .map(what -> Remark.info(NONE, what + "loads, but may reach one of the two encoders only")));
    }

    /** The ControlNets that are of another architecture than the checkpoint. */
    static List<Placed> unfitControlNets(Case c) {
        return c.models(Role.CONTROLNET)
                .filter(model -> compatibility(c, Role.CONTROLNET, model) == Compatibility.NO)
                .toList();
    }

    /** What is so compatible, as the beginning of a sentence. */
    private static Stream<String> fits(Case c, Role role, Compatibility wanted) {
        return c.models(role)
                .filter(model -> compatibility(c, role, model) == wanted)
                .map(model -> "\"" + title(model) + "\" is made for " + base(c, model) + ", the checkpoint is "
                        + c.family().displayName() + ": it ");
    }

    private static String title(Placed model) {
        return model.file().map(ModelFile::modelName).orElse(model.ingredient().name());
    }

    private static String base(Case c, Placed model) {
        return shown(c, model)
                .map(Family::toString)
                .or(() -> model.file().map(ModelFile::baseModel))
                .orElse("another base model");
    }

    private static Optional<Family> shown(Case c, Placed model) {
        return Optional.ofNullable(c.headers().get(model))
                .map(Architecture::family)
                .filter(family -> family != Family.UNKNOWN);
    }

    private static Compatibility compatibility(Case c, Role role, Placed model) {
        var label = model.file()
                .map(file -> role == Role.EMBEDDING
                        ? Compatibility.ofEmbedding(file.baseModel(), c.family())
                        : Compatibility.of(file.baseModel(), c.family()))
                .orElse(Compatibility.UNKNOWN);
        var shown = shown(c, model);
        if (shown.isEmpty()) {
            return label;
        }
        if (shown.get() != tensors(c)) {
            // An embedding for SD 1.5 holds vectors for CLIP-L, which SDXL has too.
            return role == Role.EMBEDDING && shown.get() == Family.SD1 ? Compatibility.PARTIAL : Compatibility.NO;
        }
        return label == Compatibility.NO ? Compatibility.PARTIAL : label;
    }

    private static Family tensors(Case c) {
        return switch (c.family().architecture()) {
            case SD1 -> Family.SD1;
            case SD2 -> Family.SD2;
            case SDXL -> Family.SDXL;
            case SD3_MEDIUM, SD3_LARGE -> Family.SD3;
            case FLUX1 -> Family.FLUX1;
            case FLUX2_DEV, FLUX2_KLEIN_9B, FLUX2_KLEIN_4B -> Family.FLUX2;
            case CHROMA -> Family.CHROMA;
            case HIDREAM -> Family.HIDREAM;
            case QWEN_IMAGE -> Family.QWEN_IMAGE;
            case Z_IMAGE -> Family.Z_IMAGE;
            case LUMINA2 -> Family.LUMINA2;
            case AURAFLOW -> Family.AURAFLOW;
            case ANIMA -> Family.ANIMA;
            case WAN_1_3B, WAN_14B, WAN_5B -> Family.WAN;
            case HUNYUAN_VIDEO -> Family.HUNYUAN_VIDEO;
            case LTXV -> Family.LTXV;
        };
    }

    private static Stream<Remark> kinds(Case c) {
        return c.models().stream()
                .flatMap(model -> Optional.ofNullable(c.headers().get(model))
                        .map(header -> kind(c, model, header.kind()))
                        .orElseGet(() -> type(c, model)));
    }

    private static Stream<Remark> kind(Case c, Placed model, ModelKind kind) {
        var expected = expected(model.ingredient().role());
        var role = model.ingredient().role();
        var message = "\"" + model.listingName() + "\" is used as " + role.words() + ", and holds "
                + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        var remark = isIndispensable(role) ? Remark.error(PREVENTS, message) : Remark.warning(LEAVES_OUT, message);
        return remark.when(expected.isPresent()
                && kind != ModelKind.UNKNOWN
                && kind != expected.get()
                && !((role.isBase() || role == Role.REFINER) && mayBeBare(c) && HOLDS_A_MODEL.contains(kind)));
    }

    /** Whether encoders and VAE can be had from files of their own. */
    private static boolean mayBeBare(Case c) {
        return c.family().form().encoders().isPresent();
    }

    private static Stream<Remark> type(Case c, Placed model) {
        return model.file().stream()
                .filter(_ -> !mayBeBare(c))
                .filter(file -> model.ingredient().role() == Role.CHECKPOINT && BARE_MODELS.contains(file.type()))
                .map(file -> Remark.warning(
                        DOUBT,
                        "the site calls \"" + file.name() + "\" a " + file.type()
                                + "; loaded as a checkpoint it may lack text encoders and VAE"));
    }

    private static Optional<ModelKind> expected(Role role) {
        return switch (role) {
            case CHECKPOINT, REFINER -> Optional.of(ModelKind.CHECKPOINT);
            case UNET -> Optional.of(ModelKind.UNET_ONLY);
            case LORA -> Optional.of(ModelKind.LORA);
            case EMBEDDING -> Optional.of(ModelKind.EMBEDDING);
            case VAE -> Optional.of(ModelKind.VAE);
            case UPSCALER -> Optional.of(ModelKind.UPSCALER);
            case CONTROLNET -> Optional.of(ModelKind.CONTROLNET);
            case TEXT_ENCODER -> Optional.of(ModelKind.TEXT_ENCODER);
            case CLIP_VISION -> Optional.of(ModelKind.CLIP_VISION);
            case HYPERNETWORK, DETECTION, OTHER, UNKNOWN -> Optional.empty();
        };
    }

    /** Without encoders and VAE nothing runs; a LoRA or embedding of another kind just does nothing. */
    private static boolean isIndispensable(Role role) {
        return role == Role.CHECKPOINT || role == Role.REFINER || role == Role.VAE;
    }
}
