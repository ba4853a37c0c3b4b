package dev.assay.core.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.assay.core.prompt.ScheduleNode.Alternating;
import dev.assay.core.prompt.ScheduleNode.Fixed;
import dev.assay.core.prompt.ScheduleNode.Switched;

/**
 * Reads A1111's scheduling grammar. A bracket that is not well formed is text, and so is every bracket around it;
 * a bar outside square brackets, or a backslash at the end, makes A1111 take the whole prompt as it stands.
 */
final class ScheduleReader {

    /** Deeper nesting is no prompt that somebody wrote. */
    private static final int MAX_DEPTH = 100;

    private static final String SPECIAL = "\\()[]:|";
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,9}(?:\\.\\d{0,9})?|\\.\\d{1,9})(?:[eE][+-]?\\d{1,2})?");

    /**
     * What was read.
     *
     * @param nodes the prompt's pieces; empty where A1111 would not read it, or where it is too deep
     * @param tooDeep whether it is nested deeper than is followed
     */
    record Reading(Optional<List<ScheduleNode>> nodes, boolean tooDeep) {}

    private final String text;
    private final List<ScheduleNode> top = new ArrayList<>();
    private final Deque<ScheduleFrame> open = new ArrayDeque<>();
    private boolean unreadable;
    private boolean tooDeep;

    private ScheduleReader(String text) {
        this.text = text;
    }

    static Reading read(String text) {
        return new ScheduleReader(text).read();
    }

    private Reading read() {
        int at = 0;
        while (at < text.length() && !unreadable && !tooDeep) {
            int end = endOfToken(at);
            accept(text.substring(at, end));
            at = end;
        }
        giveUpBrackets();
        return new Reading(unreadable || tooDeep ? Optional.empty() : Optional.of(top), tooDeep);
    }

    private int endOfToken(int at) {
        if (text.charAt(at) == '\\') {
            unreadable |= at + 1 == text.length();
            return Math.min(at + 2, text.length());
        }
        int end = at + 1;
        while (SPECIAL.indexOf(text.charAt(at)) < 0 && end < text.length() && SPECIAL.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void accept(String token) {
        switch (token) {
            case "(", "[" -> {
                tooDeep |= open.size() == MAX_DEPTH;
                open.push(new ScheduleFrame(token.charAt(0)));
            }
            case ")", "]" -> close(token);
            case ":", "|" -> separate(token);
            default -> add(new Fixed(token));
        }
    }

    private void separate(String token) {
        var frame = open.peek();
        if (frame != null) {
            frame.separate(token.charAt(0));
        } else {
            unreadable |= token.equals("|");
            top.add(new Fixed(token));
        }
    }

    private void close(String token) {
        var frame = open.peek();
        var nodes = frame == null ? Optional.<List<ScheduleNode>>empty() : closed(frame, token);
        if (nodes.isPresent()) {
            open.pop();
            nodes.get().forEach(this::add);
        } else {
            giveUpBrackets();
            top.add(new Fixed(token));
        }
    }

    private static Optional<List<ScheduleNode>> closed(ScheduleFrame frame, String token) {
        int colons = frame.separators();
        if (frame.opensWith('(')) {
            return token.equals(")") && colons <= 1 && frame.isSeparatedOnlyBy(':')
                    ? kept(frame, token)
                    : Optional.empty();
        }
        if (!token.equals("]")) {
            return Optional.empty();
        }
        if (colons == 0) {
            return kept(frame, token);
        }
        return frame.isSeparatedOnlyBy('|') ? Optional.of(List.of(new Alternating(frame.segments()))) : switched(frame);
    }

    private static Optional<List<ScheduleNode>> kept(ScheduleFrame frame, String token) {
        var nodes = frame.written();
        nodes.add(new Fixed(token));
        return Optional.of(nodes);
    }

    private static Optional<List<ScheduleNode>> switched(ScheduleFrame frame) {
        var segments = frame.segments();
        if (segments.size() > 3 || !frame.isSeparatedOnlyBy(':')) {
            return Optional.empty();
        }
        List<ScheduleNode> before = segments.size() == 3 ? segments.getFirst() : List.of();
        var after = segments.get(segments.size() - 2);
        return number(segments.getLast()).map(when -> List.of(new Switched(before, after, when)));
    }

    private static Optional<String> number(List<ScheduleNode> nodes) {
        return nodes.size() == 1 && nodes.getFirst() instanceof Fixed(var text)
                ? Optional.of(text.strip())
                        .filter(number -> NUMBER.matcher(number).matches())
                : Optional.empty();
    }

    private void add(ScheduleNode node) {
        var frame = open.peek();
        if (frame == null) {
            top.add(node);
        } else {
            frame.add(node);
        }
    }

    private void giveUpBrackets() {
        while (!open.isEmpty()) {
            var outermost = open.removeLast();
            unreadable |= outermost.isSeparatedBy('|');
            top.addAll(outermost.written());
        }
    }
}
