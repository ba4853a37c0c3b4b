package dev.assay.core.reference;

import java.util.OptionalLong;

/** Numbers of the site's things: 32-bit, positive. Zero is dropped as if absent (quirk 2), larger ones make it fail (58). */
public final class Ids {

    private static final long MAX = Integer.MAX_VALUE;

    private Ids() {}

    /** The number, where the text is nothing but the digits of a possible one, without leading zero. */
    public static OptionalLong parse(String digits) {
        if (digits.isEmpty() || digits.length() > 10 || digits.charAt(0) == '0') {
            return OptionalLong.empty();
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        return valid(Long.parseLong(digits));
    }

    /** The number, where it is a possible one. */
    public static OptionalLong valid(long number) {
        return number >= 1 && number <= MAX ? OptionalLong.of(number) : OptionalLong.empty();
    }
}
