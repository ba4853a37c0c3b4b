package dev.assay.core.safetensors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where the tensors lie: each as long as its type and shape say, one after the other, up to the end of the file. */
final class Layout {

    private Layout() {}

    /** @param available bytes behind the header */
    static void check(Map<String, Tensor> tensors, long available) throws BrokenHeaderException {
        // Most writers put the entries in the order of the tensors.
        var end = isInOrder(tensors) ? inOrder(tensors.entrySet()) : inOrder(sorted(tensors));
        if (end != available) {
            var what = "the tensors need " + end + " bytes, the file has " + available;
            throw new BrokenHeaderException(end > available ? Safetensors.Broken.CUT_SHORT + what : what);
        }
    }

    private static boolean isInOrder(Map<String, Tensor> tensors) {
        long at = 0;
        for (var tensor : tensors.values()) {
            if (tensor.begin() != at) {
                return false;
            }
            at = tensor.end();
        }
        return true;
    }

    private static List<Map.Entry<String, Tensor>> sorted(Map<String, Tensor> tensors) {
        var ordered = new ArrayList<>(tensors.entrySet());
        ordered.sort(Comparator.comparingLong(
                        (Map.Entry<String, Tensor> entry) -> entry.getValue().begin())
                .thenComparingLong(entry -> entry.getValue().end()));
        return ordered;
    }

    /** Where the last of them ends. */
    private static long inOrder(Collection<Map.Entry<String, Tensor>> tensors) throws BrokenHeaderException {
        long at = 0;
        for (var entry : tensors) {
            var tensor = entry.getValue();
            if (tensor.begin() != at || tensor.end() < at) {
                throw new BrokenHeaderException("a gap or an overlap before tensor " + entry.getKey());
            }
            checkLength(entry.getKey(), tensor);
            at = tensor.end();
        }
        return at;
    }

    private static void checkLength(String name, Tensor tensor) throws BrokenHeaderException {
        var bits = bits(tensor.dtype());
        if (bits == 0) {
            // A type newer than this table: its place is checked, its length cannot be.
            return;
        }
        try {
            long total = bits;
            for (var size : tensor.shape()) {
                total = Math.multiplyExact(total, size);
            }
            if (total % Byte.SIZE == 0 && total / Byte.SIZE == tensor.end() - tensor.begin()) {
                return;
            }
        } catch (ArithmeticException _) {
            // More than any file can hold, and so not what the offsets say.
        }
        throw new BrokenHeaderException("the length of tensor " + name + " is not that of its shape");
    }

    private static int bits(String dtype) {
        return switch (dtype) {
            case "F4" -> 4;
            case "F6_E2M3", "F6_E3M2" -> 6;
            case "BOOL", "U8", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E5M2FNUZ", "F8_E4M3FNUZ" -> 8;
            case "I16", "U16", "F16", "BF16" -> 16;
            case "I32", "U32", "F32" -> 32;
            case "I64", "U64", "F64", "C64" -> 64;
            default -> 0;
        };
    }
}
