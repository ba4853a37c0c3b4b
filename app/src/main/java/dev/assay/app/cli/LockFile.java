package dev.assay.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.assay.app.ExitCode;
import dev.assay.app.report.SafeText;
import dev.assay.app.scan.lock.Lock;
import dev.assay.core.disk.DiskWords;
import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/** Reads locks that users name. */
final class LockFile {

    private static final long LARGEST = 64L << 20;

    private LockFile() {}

    static Lock read(Streams streams, Path named) {
        var file = streams.environment().directory().resolve(named);
        var name = "\"" + SafeText.line(named.toString()) + "\"";
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new StopException(ExitCode.THIS_COMPUTER, "There is no lock " + name + ".");
            }
            return Lock.read(Json.parse(Files.readString(file)))
                    .orElseThrow(() -> new StopException(ExitCode.USAGE, name + " is no lock of assay lock."));
        } catch (MalformedJsonException e) {
            throw new StopException(ExitCode.USAGE, name + " is no lock: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new StopException(ExitCode.THIS_COMPUTER, name + " cannot be read: " + DiskWords.of(e) + ".");
        }
    }
}
