package dev.assay.core.metadata.carrier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** Reads what ComfyUI notes in a glTF scene: the extras of its asset, in the JSON that comes first. */
final class GlbReader {

    private static final int HEADER = 12;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();

    GlbReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 0, "glTF") && Ascii.at(start, HEADER + 4, "JSON");
    }

    CarrierFile read() throws IOException {
        file.moveTo(HEADER);
        var length =
                ByteBuffer.wrap(file.read(8)).order(ByteOrder.LITTLE_ENDIAN).getInt() & 0xffff_ffffL;
        if (length > Harvest.MAX_RAW) {
            harvest.tooLarge("The scene's JSON, " + length + " bytes, was left unread.");
        } else {
            extras(new String(file.read((int) length), StandardCharsets.UTF_8));
        }
        return harvest.file(FileFormat.GLB);
    }

    private void extras(String scene) {
        try {
            Json.parse(scene.strip())
                    .at("asset")
                    .at("extras")
                    .members()
                    .forEach((key, value) ->
                            harvest.add("GLB extras", key, value.scalar().orElseGet(value::write)));
        } catch (MalformedJsonException _) {
            harvest.damaged("The scene's JSON cannot be read.");
        }
    }
}
