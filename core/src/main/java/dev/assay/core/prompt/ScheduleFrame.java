package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.prompt.ScheduleNode.Fixed;

/** An open bracket, and its content so far, cut at colons and bars. */
final class ScheduleFrame {
    private final char open;
    private final StringBuilder separators = new StringBuilder();
    private final List<List<ScheduleNode>> segments = new ArrayList<>();

    ScheduleFrame(char open) {
        this.open = open;
        segments.add(new ArrayList<>());
    }

    void separate(char separator) {
        separators.append(separator);
        segments.add(new ArrayList<>());
    }

    void add(ScheduleNode node) {
        segments.getLast().add(node);
    }

    boolean opensWith(char bracket) {
        return open == bracket;
    }

    /** How many colons and bars there are. */
    int separators() {
        return separators.length();
    }

    /** What stands between colons and bars; at least one. */
    List<List<ScheduleNode>> segments() {
        return segments;
    }

    boolean isSeparatedBy(char separator) {
        return separators.indexOf(String.valueOf(separator)) >= 0;
    }

    boolean isSeparatedOnlyBy(char separator) {
        return separators.chars().allMatch(c -> c == separator);
    }

    /** The content as it was written, without the closing bracket. */
    List<ScheduleNode> written() {
        List<ScheduleNode> nodes = new ArrayList<>();
        nodes.add(new Fixed(String.valueOf(open)));
        for (int i = 0; i < segments.size(); i++) {
            if (i > 0) {
                nodes.add(new Fixed(separators.substring(i - 1, i)));
            }
            nodes.addAll(segments.get(i));
        }
        return nodes;
    }
}
