package dev.assay.core.workflow.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.NodeId;
import dev.assay.core.workflow.definition.InputDefinition;
import dev.assay.core.workflow.definition.InputType;
import dev.assay.core.workflow.definition.Range;

/** Checks one value against what its input takes; the engine converts numbers and texts, and so does this. */
final class LiteralCheck {

    private LiteralCheck() {}

    static Optional<Problem> of(NodeId node, InputDefinition input, Json value, boolean namesModel) {
        return switch (input.type()) {
            case InputType.Text _ -> value.scalar().isPresent() ? Optional.empty() : wrong(node, input, value, "text");
            case InputType.Whole(var range) ->
                value.decimal().filter(LiteralCheck::isWhole).isPresent()
                        ? within(node, input, value, range)
                        : wrong(node, input, value, "whole number");
            case InputType.Decimal(var range) ->
                value.decimal().isPresent() ? within(node, input, value, range) : wrong(node, input, value, "number");
            // The engine takes any text for true, even "false".
            case InputType.Flag _ -> value.bool().isPresent() ? Optional.empty() : wrong(node, input, value, "boolean");
            case InputType.Choice(var options, var files) ->
                files || namesModel ? Optional.empty() : listed(node, input, value, options);
            case InputType.Variant(var options) -> listed(node, input, value, List.copyOf(options.keySet()));
            case InputType.Socket(var type) -> type.contains("*") ? Optional.empty() : wrong(node, input, value, type);
            case InputType.Other _, InputType.Growing _ -> Optional.empty();
        };
    }

    private static Optional<Problem> wrong(NodeId node, InputDefinition input, Json value, String wanted) {
        return Optional.of(new Problem.WrongType(node, input.name(), value, wanted));
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static Optional<Problem> within(NodeId node, InputDefinition input, Json value, Range range) {
        return value.decimal()
                .filter(number -> !range.holds(number))
                .map(_ -> new Problem.OutOfRange(node, input.name(), value));
    }

    private static Optional<Problem> listed(NodeId node, InputDefinition input, Json value, List<String> options) {
        return options.isEmpty() || value.scalar().filter(options::contains).isPresent()
                ? Optional.empty()
                : Optional.of(new Problem.NotInList(node, input.name(), value));
    }
}
