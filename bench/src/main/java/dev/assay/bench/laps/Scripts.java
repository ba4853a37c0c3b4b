package dev.assay.bench.laps;

import java.nio.file.Path;
import java.util.Optional;

import dev.assay.bench.Command;

/** What a plain loop in Python does with the same files, lap by lap. */
public final class Scripts {

    private static final String LAPS = """
            import sys, os, json, struct
            files = sorted(e.path for e in os.scandir(sys.argv[1]))
            for _ in sys.stdin:
                for f in files:
                    one(f)
                print("done", flush=True)
            """;

    private static final String PILLOW = """
            from PIL import Image
            import json
            def one(path):
                with Image.open(path) as image:
                    for text in image.info.values():
                        if isinstance(text, str) and text.startswith("{"):
                            json.loads(text)
            """;

    private static final String CHUNKS = """
            import json, struct
            def one(path):
                with open(path, "rb") as file:
                    file.read(8)
                    while True:
                        head = file.read(8)
                        if len(head) < 8:
                            break
                        length, kind = struct.unpack(">I4s", head)
                        if kind == b"tEXt":
                            key, _, text = file.read(length).partition(b"\\0")
                            if text.startswith(b"{"):
                                json.loads(text)
                            file.seek(4, 1)
                        else:
                            file.seek(length + 4, 1)
            """;

    private static final String HEADERS = """
            import json, struct
            def one(path):
                with open(path, "rb") as file:
                    json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
            """;

    private static final String JSON_ONLY = """
            import json
            def one(path):
                with open(path) as file:
                    json.load(file)
            """;

    private Scripts() {}

    /**
     * A script that can be run here.
     *
     * @param name for people
     */
    public record Script(String name, Command command) {}

    /** Reads the texts of PNG files and parses those that are JSON: with Pillow, where it is installed. */
    public static Optional<Script> pictures(Path folder) throws InterruptedException {
        var pillow = python("import PIL").map(python -> script("Python, Pillow", python, PILLOW, folder));
        return pillow.isPresent()
                ? pillow
                : python("pass").map(python -> script("Python, chunks by hand", python, CHUNKS, folder));
    }

    /** Reads eight bytes and parses the JSON behind them. */
    public static Optional<Script> headers(Path folder) throws InterruptedException {
        return python("pass").map(python -> script("Python, `json.loads`", python, HEADERS, folder));
    }

    /** Parses JSON, and understands nothing. */
    public static Optional<Script> json(Path folder) throws InterruptedException {
        return python("pass").map(python -> script("Python, `json.load` alone", python, JSON_ONLY, folder));
    }

    private static Script script(String name, String python, String work, Path folder) {
        return new Script(name, Command.of(python, "-c", work + LAPS, folder.toString()));
    }

    /** The interpreter itself: a version manager's shim would start it anew. */
    private static Optional<String> python(String needed) throws InterruptedException {
        var who = needed + "\nimport sys\nprint(sys.executable)";
        var found = Command.of("python3", "-c", who).firstLine();
        return found.isPresent()
                ? found
                : Command.of("/usr/bin/python3", "-c", who).firstLine();
    }
}
