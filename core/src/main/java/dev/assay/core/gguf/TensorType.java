package dev.assay.core.gguf;

import java.util.List;
import java.util.Map;

/**
 * How numbers are packed (ggml, {@code ggml_type}).
 *
 * @param name such as {@code Q4_K}
 * @param numbers how many make a block
 * @param blockBytes of one block; 0 for a type that this table does not know, whose length cannot be checked
 */
record TensorType(String name, long numbers, long blockBytes) {

    /** A new type is a row. */
    private static final Map<Integer, TensorType> TYPES = Map.ofEntries(
            type(0, "F32", 1, 4),
            type(1, "F16", 1, 2),
            type(2, "Q4_0", 32, 18),
            type(3, "Q4_1", 32, 20),
            type(6, "Q5_0", 32, 22),
            type(7, "Q5_1", 32, 24),
            type(8, "Q8_0", 32, 34),
            type(10, "Q2_K", 256, 84),
            type(11, "Q3_K", 256, 110),
            type(12, "Q4_K", 256, 144),
            type(13, "Q5_K", 256, 176),
            type(14, "Q6_K", 256, 210),
            type(15, "Q8_K", 256, 292),
            type(16, "IQ2_XXS", 256, 66),
            type(17, "IQ2_XS", 256, 74),
            type(18, "IQ3_XXS", 256, 98),
            type(19, "IQ1_S", 256, 50),
            type(20, "IQ4_NL", 32, 18),
            type(21, "IQ3_S", 256, 110),
            type(22, "IQ2_S", 256, 82),
            type(23, "IQ4_XS", 256, 136),
            type(24, "I8", 1, 1),
            type(25, "I16", 1, 2),
            type(26, "I32", 1, 4),
            type(27, "I64", 1, 8),
            type(28, "F64", 1, 8),
            type(29, "IQ1_M", 256, 56),
            type(30, "BF16", 1, 2),
            type(34, "TQ1_0", 256, 54),
            type(35, "TQ2_0", 256, 66),
            type(39, "MXFP4", 32, 17));

    private static Map.Entry<Integer, TensorType> type(int number, String name, long numbers, long blockBytes) {
        return Map.entry(number, new TensorType(name, numbers, blockBytes));
    }

    static TensorType of(int number) {
        var known = TYPES.get(number);
        return known == null ? new TensorType("type " + Integer.toUnsignedString(number), 1, 0) : known;
    }

    /** Bytes of a tensor of that shape; negative where they are more than any file can hold. */
    long bytes(List<Long> lengths) {
        try {
            long count = 1;
            for (var length : lengths) {
                count = Math.multiplyExact(count, length);
            }
            return Math.multiplyExact(Math.ceilDiv(count, numbers), blockBytes);
        } catch (ArithmeticException _) {
            return Long.MIN_VALUE;
        }
    }
}
