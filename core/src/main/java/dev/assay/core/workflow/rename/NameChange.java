package dev.assay.core.workflow.rename;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A model's name that is to become another one.
 *
 * @param types the classes of the nodes that name it
 * @param form how it is named there
 * @param from as it stands there, exactly
 * @param to what is to stand there
 */
public record NameChange(Set<String> types, Form form, String from, String to) {

    /** How a name stands in a workflow. */
    public enum Form {
        /** As a value by itself. */
        VALUE,
        /** In a LoRA tag of a text, or as an entry of a pack's own list. */
        LORA_TAG,
        /** Behind {@code embedding:} in a text. */
        EMBEDDING;

        /** For programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one of that word; empty where there is none. */
        public static Optional<Form> of(String word) {
            return Stream.of(values()).filter(form -> form.word().equals(word)).findFirst();
        }
    }

    public NameChange {
        types = Set.copyOf(types);
    }

    /** Whether the name can be written where the old one stands, so that it is read as one name again. */
    public boolean canBeWritten() {
        var forbidden = switch (form) {
            case VALUE -> "";
            case LORA_TAG -> ":<>\n";
            // The engine ends the name there.
            case EMBEDDING -> " \t\n\r,():[]";
        };
        return to.chars().noneMatch(c -> forbidden.indexOf(c) >= 0);
    }
}
