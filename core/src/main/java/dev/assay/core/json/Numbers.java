package dev.assay.core.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers from outside, within bounds: a short text such as {@code 1e999999999} must not become a huge one. */
final class Numbers {

    private static final int MAX_LENGTH = 400;
    private static final int MAX_SCALE = 400;
    private static final int SHORT = 18;

    private Numbers() {}

    /** Whether it is nothing but a few digits, as most numbers are. */
    static boolean isShort(String text) {
        return !text.isEmpty() && text.length() <= SHORT && isDigits(text);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static Optional<BigDecimal> decimal(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > MAX_SCALE ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static Optional<Long> whole(BigDecimal number) {
        try {
            return Optional.of(number.setScale(0, RoundingMode.UNNECESSARY).longValueExact());
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }
}
