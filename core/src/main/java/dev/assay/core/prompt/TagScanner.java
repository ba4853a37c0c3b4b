package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.List;

/** Finds A1111's extra network tags: {@code <word:anything but a closing angle>}. Linear in the prompt's length. */
final class TagScanner {

    /** A tag, cut at its first colon. */
    record Tag(String type, String arguments) {
        @Override
        public String toString() {
            return "<" + type + ":" + arguments + ">";
        }
    }

    /** What was found, and the text around it. */
    record Tags(String rest, List<Tag> tags) {}

    private TagScanner() {}

    static Tags scan(String prompt) {
        var rest = new StringBuilder(prompt.length());
        List<Tag> tags = new ArrayList<>();
        int copied = 0;
        int open = prompt.indexOf('<');
        int close = prompt.indexOf('>');
        while (open >= 0 && close >= 0) {
            int colon = afterWord(prompt, open + 1);
            if (close < open) {
                close = prompt.indexOf('>', open);
            } else if (isTag(prompt, open, colon, close)) {
                tags.add(new Tag(prompt.substring(open + 1, colon), prompt.substring(colon + 1, close)));
                rest.append(prompt, copied, open);
                copied = close + 1;
                open = prompt.indexOf('<', copied);
            } else {
                open = prompt.indexOf('<', open + 1);
            }
        }
        return new Tags(rest.append(prompt, copied, prompt.length()).toString(), List.copyOf(tags));
    }

    private static boolean isTag(String prompt, int open, int colon, int close) {
        return colon > open + 1 && colon < close - 1 && prompt.charAt(colon) == ':';
    }

    private static int afterWord(String prompt, int from) {
        int i = from;
        while (i < prompt.length() && (Character.isLetterOrDigit(prompt.charAt(i)) || prompt.charAt(i) == '_')) {
            i++;
        }
        return i;
    }
}
