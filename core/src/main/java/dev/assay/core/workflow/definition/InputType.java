package dev.assay.core.workflow.definition;

import java.util.List;
import java.util.Map;

/** What an input takes: a link only ({@link Socket}), or a value that the user sets in a widget, or several inputs. */
public sealed interface InputType {

    /**
     * Takes a link only.
     *
     * @param type the link's type, such as {@code MODEL}; several, joined by commas; or {@code *} for any
     */
    record Socket(String type) implements InputType {}

    /**
     * A text.
     *
     * @param multiline shown as a box of several lines
     * @param dynamic the front end strips comments and replaces <code>{a|b}</code> when it queues
     */
    record Text(boolean multiline, boolean dynamic) implements InputType {}

    /** A whole number. */
    record Whole(Range range) implements InputType {}

    /** A number. */
    record Decimal(Range range) implements InputType {}

    /** True or false. */
    record Flag() implements InputType {}

    /**
     * One of a list. Only a server knows which files it has, so that the list of a file input means nothing elsewhere.
     *
     * @param options what the server takes; empty where anything may be right
     * @param files whether the options are files
     */
    record Choice(List<String> options, boolean files) implements InputType {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** A widget of a kind of its own, such as {@code COLOR}; its value is not looked into. */
    record Other(String type) implements InputType {}

    /** A choice that brings inputs of its own, named {@code choice.input}. */
    record Variant(Map<String, List<InputDefinition>> options) implements InputType {}

    /**
     * As many inputs of one kind as are linked, named {@code name.member}.
     *
     * @param member what each of them takes
     * @param names the members' names, in order
     * @param least how many there must be
     */
    record Growing(InputType member, List<String> names, int least) implements InputType {
        public Growing {
            names = List.copyOf(names);
        }
    }

    /** What links to this input are called; {@code *} takes any. */
    default String linkType() {
        return switch (this) {
            case Socket(var type) -> type;
            case Text _ -> "STRING";
            case Whole _ -> "INT";
            case Decimal _ -> "FLOAT";
            case Flag _ -> "BOOLEAN";
            case Choice _, Variant _ -> "COMBO";
            case Other(var type) -> type;
            case Growing(var member, var _, var _) -> member.linkType();
        };
    }

    /** Whether it has a value of its own, set in a widget. */
    default boolean isWidget() {
        return switch (this) {
            case Socket _, Growing _ -> false;
            case Text _, Whole _, Decimal _, Flag _, Choice _, Other _, Variant _ -> true;
        };
    }
}
