package dev.assay.core.workflow.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.assay.core.workflow.NodeId;

/** The numbers of nodes: the UI format knows no other ids. */
final class Numbers {

    private final Map<NodeId, Integer> numbers = new HashMap<>();
    private int last;

    private Numbers() {}

    /** A node whose id is a number keeps it; the others are numbered behind them. */
    static Numbers of(List<NodeId> ids) {
        var numbers = new Numbers();
        ids.stream().filter(Numbers::isNumber).forEach(id -> numbers.put(id, Integer.parseInt(id.value())));
        ids.stream().filter(id -> !isNumber(id)).forEach(id -> numbers.put(id, numbers.last + 1));
        return numbers;
    }

    private static boolean isNumber(NodeId id) {
        return id.value().matches("[1-9][0-9]{0,7}");
    }

    private void put(NodeId id, int number) {
        numbers.put(id, number);
        last = Math.max(last, number);
    }

    int of(NodeId id) {
        return numbers.getOrDefault(id, 0);
    }

    int last() {
        return last;
    }
}
