package dev.assay.core.workflow.definition;

/** One output of a class of nodes: its name, and the type of links from it. */
public record OutputDefinition(String name, String type) {}
