package dev.assay.core.workflow.ui;

import java.util.Arrays;
import java.util.Optional;

import dev.assay.core.workflow.Input;

/**
 * Follows a link to where its value comes from, past everything that the engine never hears of: nodes that only pass on,
 * bypassed nodes, and the borders of subgraphs. The rules are those of the front end.
 */
final class LinkResolver {

    private static final int MAX_STEPS = 1000;

    private final UiScope start;
    private int steps;
    private boolean broken;
    private Optional<Home> home = Optional.empty();

    private LinkResolver(UiScope start) {
        this.start = start;
    }

    /**
     * What an input gets from its link; nothing where it is not linked, or linked to nothing.
     *
     * @param value what it gets
     * @param home where the value stands in the file, if it is one
     * @param broken whether its link runs in a circle or leads to something that does not exist
     */
    record Found(Optional<Input> value, Optional<Home> home, boolean broken) {}

    static Found into(UiScope scope, UiNode node, int slot) {
        var resolver = new LinkResolver(scope);
        var value = resolver.input(
                resolver.start, node, slot, node.inputs().get(slot).type());
        return new Found(value, resolver.home, resolver.broken);
    }

    private Optional<Input> input(UiScope scope, UiNode node, int slot, String type) {
        if (slot < 0 || slot >= node.inputs().size()) {
            return Optional.empty();
        }
        var input = node.inputs().get(slot);
        if (input.link().isEmpty()) {
            return Optional.empty();
        }
        var link = scope.links().get(input.link().get());
        if (link == null || ++steps > MAX_STEPS) {
            broken = true;
            return Optional.empty();
        }
        return link.source().equals(UiLink.SUBGRAPH_INPUT)
                ? outside(scope, link, node, input, type)
                : output(scope, link.source(), link.sourceSlot(), type);
    }

    private Optional<Input> outside(UiScope scope, UiLink link, UiNode node, UiNode.Slot input, String type) {
        return scope.outer().flatMap(outer -> {
            var slot = scope.outerInput(link.sourceSlot());
            var linked = input(outer.scope(), outer.instance(), slot, type);
            return linked.isPresent() ? linked : literal(Promoted.value(scope, link.sourceSlot(), node, input));
        });
    }

    private Optional<Input> literal(Optional<Home> found) {
        home = found;
        return found.map(at -> new Input.Literal(at.value()));
    }

    private Optional<Input> output(UiScope scope, String id, int slot, String type) {
        var node = scope.nodes().get(id);
        if (node == null) {
            broken = true;
            return Optional.empty();
        }
        return switch (node.mode()) {
            case MUTED -> Optional.empty();
            case BYPASSED -> bypassed(scope, node, bypass(node, slot, type));
            case ACTIVE -> active(scope, node, slot, type);
        };
    }

    private Optional<Input> bypassed(UiScope scope, UiNode node, int slot) {
        return slot < 0
                ? Optional.empty()
                : input(scope, node, slot, node.inputs().get(slot).type());
    }

    private Optional<Input> active(UiScope scope, UiNode node, int slot, String type) {
        var inner = scope.children().get(node.id());
        if (inner != null) {
            return inner.toOutput(slot).flatMap(link -> fromInside(inner, link, type));
        }
        var virtual = Virtual.of(node.type());
        if (virtual.isEmpty()) {
            return Optional.of(new Input.Link(scope.id(node), slot));
        }
        return switch (virtual.get()) {
            case PASS -> input(scope, node, slot, type);
            case SET -> input(scope, node, 0, type);
            case GET -> kept(scope, node).flatMap(set -> input(scope, set, 0, type));
            case VALUE -> literal(Optional.of(new Home(scope, node, "0")));
            case NOTHING, TO_ALL, GROUP -> Optional.empty();
        };
    }

    private Optional<Input> fromInside(UiScope inner, UiLink link, String type) {
        // A subgraph may pass an input straight on to an output.
        return link.source().equals(UiLink.SUBGRAPH_INPUT)
                ? inner.outer()
                        .flatMap(outer ->
                                input(outer.scope(), outer.instance(), inner.outerInput(link.sourceSlot()), type))
                : output(inner, link.source(), link.sourceSlot(), type);
    }

    private static Optional<UiNode> kept(UiScope scope, UiNode get) {
        var name = get.values().at(0);
        return scope.nodes().values().stream()
                .filter(node -> Virtual.of(node.type())
                        .filter(kind -> kind == Virtual.SET)
                        .isPresent())
                .filter(node -> !name.isNull() && node.values().at(0).equals(name))
                .findFirst();
    }

    /** A bypassed node passes on the input at the same place, if it fits; else the first that fits. */
    private static int bypass(UiNode node, int slot, String type) {
        var inputs = node.inputs();
        var given = slot < node.outputs().size() ? node.outputs().get(slot) : "*";
        if (type.equals("*") || type.isEmpty()) {
            return slot < inputs.size() ? slot : inputs.isEmpty() ? -1 : 0;
        }
        if (slot < inputs.size()
                && fits(inputs.get(slot).type(), given)
                && fits(inputs.get(slot).type(), type)) {
            return slot;
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).type().equals(type)) {
                return i;
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (fits(inputs.get(i).type(), given) && fits(inputs.get(i).type(), type)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean fits(String one, String other) {
        var types = Arrays.asList(one.split(",", -1));
        return one.equals("*")
                || other.equals("*")
                || Arrays.stream(other.split(",", -1)).anyMatch(types::contains);
    }
}
