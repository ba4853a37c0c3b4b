package dev.assay.core.family;

import java.util.List;
import java.util.stream.Stream;

/** Civitai's labels for base models that no workflow is written for, as of its list of August 2026. */
final class OtherBaseModels {

    static final List<BaseModel> ALL = Stream.of(
                    local(
                            "a transformer, its text encoders and its VAE, each loaded from a file of its own",
                            "Ernie",
                            "HiDream-O1",
                            "Ideogram 4.0",
                            "Boogu",
                            "Krea 2",
                            "Lens",
                            "Qwen 2",
                            "Qwen 3"),
                    local(
                            "a graph of its own",
                            "Hunyuan 1",
                            "Kolors",
                            "PixArt a",
                            "PixArt E",
                            "Playground v2",
                            "Stable Cascade",
                            "SD 2.1 Unclip",
                            "SDXL Distilled",
                            "MageFlow",
                            "ODOR"),
                    local(
                            "a graph that makes video",
                            "CogVideoX",
                            "Flux 3 Video",
                            "LTXV2",
                            "LTXV 2.3",
                            "Mochi",
                            "SVD",
                            "SVD XT"),
                    local("a graph that makes sound", "ACE Audio"),
                    local("a graph that makes solid shapes", "PolyGen", "Tripo", "Hunyuan3D"),
                    remote(
                            "Grok",
                            "HappyHorse",
                            "Ideogram",
                            "Imagen4",
                            "Nano Banana",
                            "OpenAI",
                            "Reve",
                            "Seedream",
                            "Seedance",
                            "Sora 2",
                            "Veo 3",
                            "Vidu Q1",
                            "MiniMax H3",
                            "Kling",
                            "MAI",
                            "Wan Video 2.5 T2V",
                            "Wan Video 2.5 I2V",
                            "Wan Image 2.7",
                            "Wan Video 2.7"))
            .flatMap(models -> models)
            .toList();

    private OtherBaseModels() {}

    private static Stream<BaseModel> local(String missing, String... labels) {
        return Stream.of(labels).map(label -> new BaseModel.NotYet(label, missing));
    }

    private static Stream<BaseModel> remote(String... labels) {
        return Stream.of(labels).map(label -> new BaseModel.RemoteOnly(label, label));
    }
}
