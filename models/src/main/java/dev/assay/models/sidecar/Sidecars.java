package dev.assay.models.sidecar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;
import dev.assay.models.sidecar.Sidecar.Tool;

/** Reads side-cars. A new tool's is a line here and a method that reads its form. */
public final class Sidecars {

    /** LoRA Manager keeps whole descriptions; nobody keeps more. */
    private static final int LARGEST = 4 << 20;

    private Sidecars() {}

    /** What lies beside a model; empty where nothing does. */
    public static List<Sidecar> beside(Path model) {
        var name = String.valueOf(model.getFileName());
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        var found = new ArrayList<Sidecar>();
        add(found, model.resolveSibling(stem + ".civitai.info"), Tool.CIVITAI_HELPER);
        add(found, model.resolveSibling(stem + ".metadata.json"), Tool.LORA_MANAGER);
        add(found, model.resolveSibling(name + ".sha256"), Tool.CHECKSUM);
        if (!stem.equals(name)) {
            add(found, model.resolveSibling(stem + ".sha256"), Tool.CHECKSUM);
        }
        return found;
    }

    private static void add(List<Sidecar> found, Path path, Tool tool) {
        if (Files.isRegularFile(path)) {
            found.add(read(path, tool));
        }
    }

    private static Sidecar read(Path path, Tool tool) {
        try (var in = Files.newInputStream(path)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return Sidecar.unread(path, tool, "larger than " + LARGEST + " bytes");
            }
            var text = new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "");
            return switch (tool) {
                case CIVITAI_HELPER -> civitaiHelper(path, Json.parse(text));
                case LORA_MANAGER -> loraManager(path, Json.parse(text));
                case CHECKSUM -> checksum(path, text);
            };
        } catch (IOException e) {
            return Sidecar.unread(path, tool, "it cannot be read: " + e.getMessage());
        } catch (MalformedJsonException e) {
            return Sidecar.unread(path, tool, "it is no JSON: " + e.getMessage());
        }
    }

    /** The site's answer, in which several files may have hashes: one alone tells which it is. */
    private static Sidecar civitaiHelper(Path path, Json version) {
        var hashes = version.at("files").items().stream()
                .map(file -> hash(file.at("hashes").at("SHA256")))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return new Sidecar(
                path,
                Tool.CIVITAI_HELPER,
                hashes.size() == 1 ? Optional.of(hashes.getFirst()) : Optional.empty(),
                version.at("id").integer(),
                title(version.at("model").at("name"), version.at("name")),
                text(version.at("baseModel")),
                Optional.empty());
    }

    private static Sidecar loraManager(Path path, Json metadata) {
        var version = metadata.at("civitai");
        return new Sidecar(
                path,
                Tool.LORA_MANAGER,
                hash(metadata.at("sha256")),
                version.at("id").integer(),
                title(metadata.at("model_name"), version.at("name")),
                text(metadata.at("base_model")),
                Optional.empty());
    }

    /** The digest is the first word; a file's name may follow. */
    private static Sidecar checksum(Path path, String text) {
        var hash = Sha256.parse(text.strip().split("\\s", 2)[0]);
        return hash.isEmpty()
                ? Sidecar.unread(path, Tool.CHECKSUM, "it holds no SHA-256")
                : new Sidecar(path, Tool.CHECKSUM, hash, Optional.empty(), "", "", Optional.empty());
    }

    private static Optional<Sha256> hash(Json value) {
        return value.text().flatMap(Sha256::parse).filter(Sha256::identifies);
    }

    private static String title(Json model, Json version) {
        return (text(model) + " " + text(version)).strip();
    }

    private static String text(Json value) {
        return value.text().orElse("").strip();
    }
}
