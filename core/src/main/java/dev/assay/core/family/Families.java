package dev.assay.core.family;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All families there are, and what Civitai's labels for base models mean. A new family is one line here. */
public final class Families {

    private static final List<Family> ALL = List.of(
            StableDiffusion1.FAMILY,
            StableDiffusion2.FAMILY,
            StableDiffusionXl.FAMILY,
            Pony.FAMILY,
            Illustrious.FAMILY,
            NoobAi.FAMILY,
            StableDiffusion3.FAMILY,
            StableDiffusion3Large.FAMILY,
            Flux1.DEV,
            Flux1Schnell.FAMILY,
            Flux1Krea.FAMILY,
            Flux1Kontext.FAMILY,
            Flux1Tools.FILL,
            Flux1Tools.CONTROL,
            Flux2.DEV,
            Flux2Klein.SMALL,
            Flux2Klein.LARGE,
            Chroma.FAMILY,
            HiDream.FULL,
            HiDream.DEV,
            HiDream.FAST,
            QwenImage.FAMILY,
            QwenImageEdit.FIRST,
            QwenImageEdit.PLUS,
            ZImage.FAMILY,
            Lumina2.FAMILY,
            AuraFlow.FAMILY,
            Anima.FAMILY,
            Wan21.SMALL,
            Wan21.LARGE,
            Wan21.TO_FILM,
            Wan22.TEXT_TO_FILM_14B,
            Wan22.PICTURE_TO_FILM_14B,
            Wan22.BOTH_5B,
            HunyuanVideo.FAMILY,
            HunyuanVideo.TO_FILM,
            LtxVideo.FAMILY);

    private static final Map<String, BaseModel> BY_LABEL = byLabel();

    private Families() {}

    public static List<Family> all() {
        return ALL;
    }

    /** What they are called, for people. */
    public static String names() {
        return ALL.stream().map(Family::displayName).collect(Collectors.joining(", "));
    }

    public static Optional<Family> byId(String id) {
        return ALL.stream().filter(family -> family.id().equals(id)).findFirst();
    }

    /** What the site's label means; case and white space around it do not matter. */
    public static BaseModel byBaseModel(String label) {
        return switch (BY_LABEL.getOrDefault(key(label), new BaseModel.Unknown(label))) {
            case BaseModel.Supported known -> new BaseModel.Supported(label, known.family(), known.distillation());
            case BaseModel.NotYet known -> new BaseModel.NotYet(label, known.missing());
            case BaseModel.RemoteOnly known -> new BaseModel.RemoteOnly(label, known.engine());
            case BaseModel.Unknown unknown -> unknown;
        };
    }

    private static Map<String, BaseModel> byLabel() {
        Map<String, BaseModel> models = new HashMap<>();
        for (var family : ALL) {
            family.baseModels()
                    .forEach((label, distillation) ->
                            models.put(key(label), new BaseModel.Supported(label, family, distillation)));
        }
        OtherBaseModels.ALL.forEach(model -> models.put(key(model.label()), model));
        return Map.copyOf(models);
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
