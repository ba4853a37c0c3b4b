package dev.assay.core.pickle;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.assay.core.pickle.Value.Global;
import dev.assay.core.pickle.Value.Made;
import dev.assay.core.pickle.Value.Other;
import dev.assay.core.pickle.Value.Outside;
import dev.assay.core.pickle.Value.Sequence;
import dev.assay.core.pickle.Value.Table;
import dev.assay.core.pickle.Value.Text;
import dev.assay.core.pickle.Value.Whole;

/**
 * Follows the program of one pickle, of protocol 0 to 5, as {@code Lib/pickle.py} describes it. Where Python would import or
 * call something, it only notes that it would.
 */
final class Machine {

    private static final int MOST_STEPS = 2_000_000;

    private final Opcodes code;
    private final Constants constants;
    private final Set<PickleImport> imports;
    private final Deque<List<Value>> before = new ArrayDeque<>();
    private final Map<Long, Value> memo = new HashMap<>();
    private List<Value> stack = new ArrayList<>();

    /** @param imports is told what the program would import */
    Machine(Opcodes code, Set<PickleImport> imports) {
        this.code = code;
        this.constants = new Constants(code);
        this.imports = imports;
    }

    /** Follows it to its end; what it leaves is the pickled object. */
    Value run() throws IOException, BrokenPickleException {
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                int opcode = code.one();
                if (opcode == '.') {
                    return pop();
                }
                step(opcode);
            }
        } catch (EOFException _) {
            throw new BrokenPickleException("the pickle ends in the middle", true);
        }
        throw new BrokenPickleException("a pickle of more than " + MOST_STEPS + " steps", false);
    }

    private void step(int opcode) throws IOException, BrokenPickleException {
        var constant = constants.of(opcode);
        if (constant.isPresent()) {
            push(constant.get());
            return;
        }
        switch (opcode) {
            case 0x80 -> code.skip(1);
            case 0x95 -> code.skip(8);
            case '(' -> {
                before.push(stack);
                stack = new ArrayList<>();
            }
            case '0' -> drop();
            case '1' -> marked();
            case '2' -> push(top());
            case 'g' -> push(remembered(number(code.line())));
            case 'h' -> push(remembered(code.unsigned(1)));
            case 'j' -> push(remembered(code.unsigned(4)));
            case 'p' -> memo.put(number(code.line()), top());
            case 'q' -> memo.put(code.unsigned(1), top());
            case 'r' -> memo.put(code.unsigned(4), top());
            case 0x94 -> memo.put((long) memo.size(), top());
            case 'P' -> push(new Outside(new Text(code.line())));
            case 'Q' -> push(new Outside(pop()));
            case 0x98 -> top();
            default -> build(opcode);
        }
    }

    private static long number(String digits) throws BrokenPickleException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException _) {
            throw new BrokenPickleException("a place that is no number", false);
        }
    }

    /** Containers, and what would be imported and called. */
    private void build(int opcode) throws IOException, BrokenPickleException {
        switch (opcode) {
            case ')', ']', 0x8f -> push(new Sequence());
            case '}' -> push(new Table());
            case 't', 'l', 0x91 -> push(sequence(marked()));
            case 'd' -> push(filled(new Table(), marked()));
            case 0x85 -> push(sequence(last(1)));
            case 0x86 -> push(sequence(last(2)));
            case 0x87 -> push(sequence(last(3)));
            case 'a' -> append(last(1));
            case 'e', 0x90 -> append(marked());
            case 's' -> fill(last(2));
            case 'u' -> fill(marked());
            case 'c' -> push(imported(code.line(), code.line()));
            case 0x93 -> stackGlobal();
            case 'i' -> {
                var global = imported(code.line(), code.line());
                push(new Made(global, sequence(marked())));
            }
            case 'o' -> {
                var parts = marked();
                if (parts.isEmpty()) {
                    throw contradiction();
                }
                push(new Made(parts.getFirst(), sequence(parts.subList(1, parts.size()))));
            }
            case 'R', 0x81 -> made(last(2));
            case 0x92 -> made(last(3));
            case 'b' -> {
                var state = pop();
                if (top() instanceof Made made) {
                    made.state = state;
                }
            }
            case 0x82 -> extension(code.unsigned(1));
            case 0x83 -> extension(code.unsigned(2));
            case 0x84 -> extension(code.unsigned(4));
            default -> throw new BrokenPickleException("it is no pickle from byte " + code.position() + " on", false);
        }
    }

    private void made(List<Value> parts) {
        var made = new Made(parts.get(0), parts.get(1));
        // Python 2 hands the entries of an ordered dictionary to its maker.
        if (made.by instanceof Global global
                && global.is("collections", "OrderedDict")
                && made.arguments instanceof Sequence arguments
                && arguments.at(0) instanceof Sequence pairs) {
            for (var pair : pairs.items) {
                if (pair instanceof Sequence two && two.items.size() == 2) {
                    made.entries.put(two.at(0), two.at(1));
                }
            }
        }
        push(made);
    }

    private void stackGlobal() throws BrokenPickleException {
        var parts = last(2);
        push(
                parts.get(0) instanceof Text(var module) && parts.get(1) instanceof Text(var name)
                        ? imported(module, name)
                        // Names that are only made while it runs cannot be told beforehand.
                        : imported("?", "?"));
    }

    private void extension(long number) {
        push(imported("?", "extension " + number));
    }

    private Global imported(String module, String name) {
        imports.add(new PickleImport(module, name));
        return new Global(module, name);
    }

    private void append(List<Value> items) throws BrokenPickleException {
        if (top() instanceof Sequence sequence) {
            sequence.items.addAll(items);
        }
    }

    private void fill(List<Value> pairs) throws BrokenPickleException {
        switch (top()) {
            case Table table -> filled(table, pairs);
            case Made made -> filled(made.entries, pairs);
            case Text _, Whole _, Other _, Global _, Outside _, Sequence _ -> throw contradiction();
        }
    }

    private static Table filled(Table table, List<Value> pairs) throws BrokenPickleException {
        if (pairs.size() % 2 != 0) {
            throw contradiction();
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            table.put(pairs.get(i), pairs.get(i + 1));
        }
        return table;
    }

    private static Sequence sequence(List<Value> items) {
        var sequence = new Sequence();
        sequence.items.addAll(items);
        return sequence;
    }

    /** Onto the stack as it is by then: what is pushed may have come from beyond a mark. */
    private void push(Value value) {
        stack.add(value);
    }

    private Value remembered(long place) throws BrokenPickleException {
        var value = memo.get(place);
        if (value == null) {
            throw contradiction();
        }
        return value;
    }

    private Value top() throws BrokenPickleException {
        if (stack.isEmpty()) {
            throw contradiction();
        }
        return stack.getLast();
    }

    private Value pop() throws BrokenPickleException {
        var value = top();
        stack.removeLast();
        return value;
    }

    private void drop() throws BrokenPickleException {
        if (stack.isEmpty()) {
            marked();
        } else {
            stack.removeLast();
        }
    }

    private List<Value> last(int count) throws BrokenPickleException {
        if (stack.size() < count) {
            throw contradiction();
        }
        var tail = stack.subList(stack.size() - count, stack.size());
        var values = List.copyOf(tail);
        tail.clear();
        return values;
    }

    /** All since the last mark. */
    private List<Value> marked() throws BrokenPickleException {
        if (before.isEmpty()) {
            throw contradiction();
        }
        var values = stack;
        stack = before.pop();
        return values;
    }

    private static BrokenPickleException contradiction() {
        return new BrokenPickleException("the pickle contradicts itself", false);
    }
}
