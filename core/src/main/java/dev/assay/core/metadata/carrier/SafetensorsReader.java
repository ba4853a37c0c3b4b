package dev.assay.core.metadata.carrier;

import java.io.IOException;

import dev.assay.core.safetensors.Safetensors;

/** Reads what is noted in a safetensors file: ComfyUI keeps the graph in latents, and in models that it merged. */
final class SafetensorsReader {

    private final FileBytes file;
    private final Harvest harvest = new Harvest();

    SafetensorsReader(FileBytes file) {
        this.file = file;
    }

    /** A length that makes sense, and the brace of a JSON object. */
    static boolean matches(byte[] start) {
        return start.length > 8 && start[8] == '{' && start[4] == 0 && start[5] == 0 && start[6] == 0 && start[7] == 0;
    }

    CarrierFile read() throws IOException {
        return switch (Safetensors.read(file.channel())) {
            case Safetensors.Broken(var reason) ->
                new CarrierFile.Unknown("It begins like a safetensors file, but is damaged: " + reason + ".");
            case Safetensors.Header header -> {
                header.metadata().forEach((key, text) -> harvest.add("safetensors metadata", key, text));
                yield harvest.file(FileFormat.SAFETENSORS);
            }
        };
    }
}
