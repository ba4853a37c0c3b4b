package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.app.scan.ServerTold;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** What a ComfyUI server once said of its nodes, in a file that the user names. */
final class ObjectInfoFile {

    private static final long LARGEST = 256L << 20;

    private ObjectInfoFile() {}

    /** Reads it. */
    static ServerTold read(Streams streams, Path given) {
        var file = streams.environment().directory().resolve(given);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new StopException(
                        ExitCode.THIS_COMPUTER,
                        "\"" + given + "\" is no file, or larger than a server's answer can be.");
            }
            var answer = Json.parse(Files.readString(file));
            if (answer.members().values().stream().noneMatch(node -> node.has("input"))) {
                throw new StopException(
                        ExitCode.USAGE, "\"" + given + "\" is not what a ComfyUI server says of its nodes.");
            }
            return new ServerTold(answer, Optional.empty(), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new StopException(ExitCode.THIS_COMPUTER, "\"" + given + "\" cannot be read: " + e.getMessage());
        } catch (MalformedJsonException e) {
            throw new StopException(ExitCode.USAGE, "\"" + given + "\" is no JSON: " + e.getMessage());
        }
    }
}
