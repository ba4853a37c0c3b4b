package dev.assay.core.safetensors;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What must be seen among a file's tensors for one conclusion. The tables of this package are made of them. */
@FunctionalInterface
interface Sign {

    boolean isSeenIn(TensorNames names);

    /** For each of the beginnings there is a name. */
    static Sign all(String... prefixes) {
        var list = List.of(prefixes);
        return names -> list.stream().allMatch(names::hasPrefix);
    }

    /** For one of the beginnings there is a name. */
    static Sign any(String... prefixes) {
        var list = List.of(prefixes);
        return names -> names.hasAnyPrefix(list);
    }

    /** One of the texts stands somewhere in a name. */
    static Sign part(String... parts) {
        var list = List.of(parts);
        return names -> list.stream().anyMatch(names::hasPart);
    }

    /**
     * A name matches.
     *
     * @param part a text that each match contains, which is found a hundred times faster
     */
    static Sign match(String part, String pattern) {
        var compiled = Pattern.compile(pattern);
        return names -> names.matches(part, compiled);
    }

    /** That very tensor has one of the lengths along a dimension. */
    static Sign length(String name, int dimension, long... lengths) {
        return names -> isOneOf(names.size(name, dimension), lengths);
    }

    /**
     * The first tensor whose name matches has one of the lengths along a dimension.
     *
     * @param part a text that each match contains
     */
    static Sign length(String part, Pattern pattern, int dimension, long... lengths) {
        return names -> isOneOf(names.size(part, pattern, dimension), lengths);
    }

    default Sign and(Sign other) {
        return names -> isSeenIn(names) && other.isSeenIn(names);
    }

    default Sign or(Sign other) {
        return names -> isSeenIn(names) || other.isSeenIn(names);
    }

    private static boolean isOneOf(long length, long... lengths) {
        return Arrays.stream(lengths).anyMatch(one -> one == length);
    }
}
