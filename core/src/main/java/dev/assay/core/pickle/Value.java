package dev.assay.core.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies on the machine's stack. Values are compared by which they are, never by what is in them: a program may put a list
 * into itself.
 */
sealed interface Value {

    record Text(String text) implements Value {}

    record Whole(long number) implements Value {}

    /** Anything of which nothing needs to be known. */
    enum Other implements Value {
        OTHER
    }

    /** Something that is imported by its name. */
    record Global(String module, String name) implements Value {
        boolean is(String otherModule, String otherName) {
            return module.equals(otherModule) && name.equals(otherName);
        }
    }

    /** Something that lies outside, such as the storage of a tensor. */
    record Outside(Value id) implements Value {}

    /** A list, tuple or set. */
    final class Sequence implements Value {
        final List<Value> items = new ArrayList<>();

        Value at(int index) {
            return index < items.size() ? items.get(index) : Other.OTHER;
        }
    }

    /** A dictionary, as far as its keys are texts or whole numbers. */
    final class Table implements Value {
        final Map<String, Value> entries = new LinkedHashMap<>();

        void put(Value key, Value value) {
            switch (key) {
                case Text(var text) -> entries.put(text, value);
                case Whole(var number) -> entries.put(Long.toString(number), value);
                case Other _, Global _, Outside _, Sequence _, Table _, Made _ -> {
                    // No name of a tensor.
                }
            }
        }
    }

    /** What a call would have made. */
    final class Made implements Value {
        final Value by;
        final Value arguments;
        final Table entries = new Table();
        Value state = Other.OTHER;

        Made(Value by, Value arguments) {
            this.by = by;
            this.arguments = arguments;
        }
    }
}
