package dev.assay.core.pickle;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.assay.core.pickle.Value.Sequence;
import dev.assay.core.pickle.Value.Text;
import dev.assay.core.pickle.Value.Whole;
import dev.assay.core.safetensors.Tensor;

/** What a pickle of PyTorch's holds, or why it is none. */
public sealed interface Pickle {

    /**
     * A pickle that was followed to its end.
     *
     * @param tensors by their names, as a loader takes them; their places are unknown
     * @param storages how many bytes each of the storages has in which the tensors lie, by its key
     * @param imports everything that it would import
     * @param end how many bytes it is long
     */
    record Followed(Map<String, Tensor> tensors, Map<String, Long> storages, Set<PickleImport> imports, long end)
            implements Pickle {}

    /**
     * Not whole, or no pickle; the reason is a sentence part.
     *
     * @param imports what it would import up to there
     */
    record Broken(String reason, boolean cutShort, Set<PickleImport> imports) implements Pickle {}

    /** What it would import, whole or not. */
    Set<PickleImport> imports();

    /**
     * Reads the pickle inside one of PyTorch's archives, or one that stands alone.
     *
     * @throws IOException where it cannot be read
     */
    static Pickle read(InputStream in) throws IOException {
        Set<PickleImport> imports = new LinkedHashSet<>();
        var code = new Opcodes(in);
        try {
            return followed(new Machine(code, imports).run(), imports, code.position());
        } catch (BrokenPickleException e) {
            return new Broken(String.valueOf(e.getMessage()), e.isCutShort(), imports);
        }
    }

    /**
     * Reads a file that begins with a pickle: PyTorch's form before 1.6, whose end is where its last storage ends, or a pickle
     * alone.
     *
     * @throws IOException where it cannot be read
     */
    static Pickle readFile(InputStream in) throws IOException {
        Set<PickleImport> imports = new LinkedHashSet<>();
        var code = new Opcodes(in);
        try {
            var first = new Machine(code, imports).run();
            if (!isMagic(first)) {
                return followed(first, imports, code.position());
            }
            // The version of the form, and the numbers of the system that wrote it.
            new Machine(code, imports).run();
            new Machine(code, imports).run();
            var object = new Machine(code, imports).run();
            var keys = new Machine(code, imports).run();
            var found = followed(object, imports, code.position());
            return new Followed(found.tensors, stored(keys, found.storages), imports, legacyEnd(keys, found, code));
        } catch (BrokenPickleException e) {
            return new Broken(String.valueOf(e.getMessage()), e.isCutShort(), imports);
        }
    }

    private static Followed followed(Value object, Set<PickleImport> imports, long end) {
        var tensors = new Tensors();
        tensors.of(object);
        return new Followed(tensors.named(), tensors.storages(), imports, end);
    }

    /** The lowest 64 bits of 0x1950a86a20f9469cfc6c, by which the form is known. */
    private static boolean isMagic(Value first) {
        return first instanceof Whole(var number) && number == 0xa86a20f9469cfc6cL;
    }

    private static Map<String, Long> stored(Value keys, Map<String, Long> known) {
        Map<String, Long> stored = new LinkedHashMap<>();
        if (keys instanceof Sequence sequence) {
            for (var key : sequence.items) {
                if (key instanceof Text(var text) && known.containsKey(text)) {
                    stored.put(text, known.getOrDefault(text, 0L));
                }
            }
        }
        return stored;
    }

    /** Each storage is its length in eight bytes, and then its content. */
    private static long legacyEnd(Value keys, Followed found, Opcodes code) {
        var end = code.position();
        if (keys instanceof Sequence sequence) {
            for (var key : sequence.items) {
                end += 8 + (key instanceof Text(var text) ? found.storages.getOrDefault(text, 0L) : 0);
            }
        }
        return end;
    }
}
