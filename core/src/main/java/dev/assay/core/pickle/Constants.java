package dev.assay.core.pickle;

import java.io.IOException;
import java.util.Optional;

import dev.assay.core.pickle.Value.Other;
import dev.assay.core.pickle.Value.Text;
import dev.assay.core.pickle.Value.Whole;

/** Reads the numbers, texts and bytes that stand in the program of a pickle as they are. */
final class Constants {

    private final Opcodes code;

    Constants(Opcodes code) {
        this.code = code;
    }

    /** What that opcode puts onto the stack; empty where it does something else. */
    Optional<Value> of(int opcode) throws IOException, BrokenPickleException {
        return switch (opcode) {
            case 'J' -> Optional.of(new Whole((int) code.unsigned(4)));
            case 'K' -> Optional.of(new Whole(code.unsigned(1)));
            case 'M' -> Optional.of(new Whole(code.unsigned(2)));
            case 'I', 'L' -> Optional.of(whole(code.line()));
            case 0x8a -> Optional.of(whole(code.unsigned(1)));
            case 0x8b -> Optional.of(whole(code.unsigned(4)));
            case 'X', 'T' -> Optional.of(new Text(code.text(code.unsigned(4))));
            case 'U', 0x8c -> Optional.of(new Text(code.text(code.unsigned(1))));
            case 0x8d -> Optional.of(new Text(code.text(code.unsigned(8))));
            case 'V' -> Optional.of(new Text(code.line()));
            case 'S' -> Optional.of(new Text(unquoted(code.line())));
            case 'F' -> other(code.line().length());
            case 'G' -> skipped(8);
            case 'B' -> skipped(code.unsigned(4));
            case 'C' -> skipped(code.unsigned(1));
            case 0x8e, 0x96 -> skipped(code.unsigned(8));
            case 'N', 0x88, 0x89, 0x97 -> other(0);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> other(int ignored) {
        return Optional.of(Other.OTHER);
    }

    private Optional<Value> skipped(long bytes) throws IOException, BrokenPickleException {
        code.skip(bytes);
        return Optional.of(Other.OTHER);
    }

    private static Value whole(String digits) {
        try {
            return new Whole(Long.parseLong(digits.endsWith("L") ? digits.substring(0, digits.length() - 1) : digits));
        } catch (NumberFormatException _) {
            return Other.OTHER;
        }
    }

    /** Of numbers with more than 64 bits only the lowest are kept: they are told apart from nothing else by that. */
    private Value whole(long bytes) throws IOException, BrokenPickleException {
        var kept = (int) Math.min(bytes, 8);
        long number = code.unsigned(kept);
        code.skip(bytes - kept);
        var shift = 64 - 8 * kept;
        return new Whole(kept == 0 ? 0 : number << shift >> shift);
    }

    private static String unquoted(String text) {
        return text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
    }
}
