package dev.assay.core.workflow.check;

import dev.assay.core.json.Json;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeId;

/** What is wrong with a graph. */
public sealed interface Problem {

    /** Nothing is known about the class: mostly a pack of custom nodes that is not installed. */
    record UnknownClass(NodeId node, String type) implements Problem {}

    /** The engine refuses a node without it; it fills in no defaults. */
    record MissingInput(NodeId node, String type, String input) implements Problem {}

    /** The engine ignores it. */
    record UnknownInput(NodeId node, String type, String input) implements Problem {}

    /** The value cannot be what the input takes. */
    record WrongType(NodeId node, String input, Json value, String wanted) implements Problem {}

    /** The number is beyond the limits of the input. */
    record OutOfRange(NodeId node, String input, Json value) implements Problem {}

    /** The value is none of the list; lists of files are exempt, since only a server knows its files. */
    record NotInList(NodeId node, String input, Json value) implements Problem {}

    /** The link comes from a node that is not there, or from an output that it does not have. */
    record NoSuchSource(NodeId node, String input, Input.Link link) implements Problem {}

    /** The link brings one type and the input takes another. */
    record LinkMismatch(NodeId node, String input, String given, String wanted) implements Problem {}

    /** Some node needs its own result. */
    record Cycle() implements Problem {}

    /** No node ends the graph, so that the engine has nothing to do. */
    record NoOutput() implements Problem {}

    /** Whether the engine would refuse the graph, or fail on it. */
    default boolean prevents() {
        return !(this instanceof UnknownInput);
    }

    /** The problem as a sentence. */
    default String sentence() {
        return switch (this) {
            case UnknownClass(var node, var type) -> "node " + node + ": nothing is known about the class " + type;
            case MissingInput(var node, var type, var input) -> "node " + node + ": " + type + " needs " + input;
            case UnknownInput(var node, var type, var input) ->
                "node " + node + ": " + type + " has no input " + input + ", so it is ignored";
            case WrongType(var node, var input, var value, var wanted) ->
                "node " + node + ": " + input + " is " + value.write() + ", which is no " + wanted;
            case OutOfRange(var node, var input, var value) ->
                "node " + node + ": " + input + " is " + value.write() + ", which is beyond its limits";
            case NotInList(var node, var input, var value) ->
                "node " + node + ": " + input + " is " + value.write() + ", which is none of its values";
            case NoSuchSource(var node, var input, var link) ->
                "node " + node + ": " + input + " comes from output " + link.slot() + " of node " + link.source()
                        + ", which does not exist";
            case LinkMismatch(var node, var input, var given, var wanted) ->
                "node " + node + ": " + input + " takes " + wanted + " and gets " + given;
            case Cycle() -> "some node needs its own result";
            case NoOutput() -> "no node saves or shows anything";
        };
    }
}
