package dev.assay.core.workflow.ui;

/**
 * A note on the canvas.
 *
 * @param text Markdown; what came from outside must have been escaped by whoever put it in
 */
public record UiNote(String title, String text) {}
