package dev.assay.replica.fault;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault to be switched on, and how far it goes.
 *
 * @param times how often it strikes; for ever where absent
 * @param value what the fault takes: bytes, seconds or a status, see there
 * @param path only requests whose path starts so; empty for all
 */
public record FaultOrder(Fault fault, OptionalInt times, OptionalLong value, String path) {

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9-]+)(?:=(\\d{1,15}))?(?:\\*([1-9]\\d{0,5}))?(?:@(/.*))?");

    public FaultOrder {
        if (times.isPresent() && times.getAsInt() < 1) {
            throw new IllegalArgumentException("a fault that never strikes is not on: " + times.getAsInt());
        }
    }

    /** For ever and everywhere. */
    public static FaultOrder of(Fault fault) {
        return new FaultOrder(fault, OptionalInt.empty(), OptionalLong.empty(), "");
    }

    /** Reads {@code NAME[=VALUE][*TIMES][@PATH]}, such as {@code busy-503=1*2@/api/v1/images}. */
    public static Optional<FaultOrder> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Fault.named(matcher.group(1)).map(fault -> read(fault, matcher)) : Optional.empty();
    }

    private static FaultOrder read(Fault fault, Matcher matcher) {
        var value = Optional.ofNullable(matcher.group(2)).map(Long::valueOf);
        var times = Optional.ofNullable(matcher.group(3)).map(Integer::valueOf);
        return new FaultOrder(
                fault,
                times.map(OptionalInt::of).orElseGet(OptionalInt::empty),
                value.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                Optional.ofNullable(matcher.group(4)).orElse(""));
    }

    public FaultOrder times(int count) {
        return new FaultOrder(fault, OptionalInt.of(count), value, path);
    }

    public FaultOrder value(long number) {
        return new FaultOrder(fault, times, OptionalLong.of(number), path);
    }

    public FaultOrder at(String prefix) {
        return new FaultOrder(fault, times, value, prefix);
    }

    /** The value, or the usual one where none was given. */
    public long valueOr(long usual) {
        return value.orElse(usual);
    }
}
