package dev.assay.core.workflow.model;

import java.util.Optional;

import dev.assay.core.workflow.Node;

/**
 * A row of the table: an input that names a model.
 *
 * @param type the class of nodes
 * @param input the input's name; one with an asterisk stands for all that have a number there
 * @param folder the key of the folder; a dash where the input names no model that the node would load
 * @param when under which condition, or how: empty for always; {@code tags} for tags in a text; {@code tags
 *     unless INPUT} where they only mirror another input; {@code count=INPUT} where another input says how many of them
 *     count, and {@code if INPUT} behind it where another one switches them all; {@code switch=PREFIX} where another one each says {@code On}
 */
record ModelInput(String type, String input, String folder, String when) {

    private static final String UNLESS = "tags unless ";
    private static final String NOTHING = "-";
    private static final int LONGEST_NUMBER = 4;

    static ModelInput read(String line) {
        var cells = line.split("\t", -1);
        return new ModelInput(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : "");
    }

    boolean fits(String name) {
        return isForAll() || number(name).isPresent() || input.equals(name);
    }

    /** Whether the node only shows or notes what stands there. */
    boolean isNoModel() {
        return folder.equals(NOTHING);
    }

    /** Whether it is said of every input of the class. */
    boolean isForAll() {
        return input.equals("*");
    }

    boolean isTags() {
        return when.startsWith("tags");
    }

    /** Whether the node uses what this input of it names. */
    boolean counts(Node node, String name) {
        if (when.startsWith(UNLESS)) {
            return node.literal(after(UNLESS)).isNull();
        }
        var number = number(name);
        if (when.startsWith("count=") && number.isPresent()) {
            var words = after("count=").split(" if ", 2);
            if (words.length > 1 && !node.literal(words[1]).bool().orElse(true)) {
                return false;
            }
            var count = node.literal(words[0]).integer();
            return count.isEmpty() || Integer.parseInt(number.get()) <= count.get();
        }
        if (when.startsWith("switch=") && number.isPresent()) {
            return node.literal(after("switch=") + number.get())
                    .scalar()
                    .map(state -> state.equals("On") || state.equals("true"))
                    .orElse(true);
        }
        return true;
    }

    private String after(String prefix) {
        return when.substring(prefix.length());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    private Optional<String> number(String name) {
        var star = input.indexOf('*');
        var behind = input.length() - star - 1;
        var end = name.length() - behind;
        if (star < 0
                || end < star
                || !name.regionMatches(true, 0, input, 0, star)
                || !name.regionMatches(true, end, input, star + 1, behind)) {
            return Optional.empty();
        }
        return Optional.of(name.substring(star, end)).filter(ModelInput::isNumber);
    }
}
