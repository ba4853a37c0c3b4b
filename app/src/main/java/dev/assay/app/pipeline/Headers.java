package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.family.Contents;
import dev.assay.core.making.Placed;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Companions;
import dev.assay.core.safetensors.Safetensors;

/** What the models that are here show of themselves: better evidence than any label. Only headers are read. */
final class Headers {

    private Headers() {}

    /** The architecture of each model whose file is here and can be read; a header that cannot be read tells nothing. */
    static Map<Placed, Architecture> of(List<Part> parts) {
        Map<Placed, Architecture> headers = new HashMap<>();
        for (var part : parts) {
            var placed = Drafting.placed(part);
            var header = file(part.state()).flatMap(Headers::read);
            if (placed.isPresent() && header.isPresent()) {
                headers.put(placed.get(), header.get());
            }
        }
        return headers;
    }

    /** What a model's file brings besides the model, where it is here and can be read. */
    static Optional<Contents> contents(Part part) {
        return file(part.state())
                .flatMap(Headers::header)
                .map(header -> Companions.of(header.tensors()))
                .map(companions -> new Contents(companions.encoders(), companions.vae()));
    }

    /** What a model's file shows, where it is here and can be read. */
    static Optional<Architecture> architecture(Part part) {
        return file(part.state()).flatMap(Headers::read);
    }

    private static Optional<Path> file(PartState state) {
        return switch (state) {
            case PartState.OnDisk(var path, var _) -> Optional.of(path);
            case PartState.Fetched(var path, var _, var _) -> Optional.of(path);
            case PartState.Missing _, PartState.NotLookedFor _, PartState.Unavailable _ -> Optional.empty();
        };
    }

    private static Optional<Architecture> read(Path file) {
        return header(file).map(Architecture::of);
    }

    private static Optional<Safetensors.Header> header(Path file) {
        if (!file.toString().endsWith(".safetensors")) {
            return Optional.empty();
        }
        try (var channel = Files.newByteChannel(file)) {
            return Safetensors.read(channel) instanceof Safetensors.Header header
                    ? Optional.of(header)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
