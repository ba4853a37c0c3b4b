package dev.assay.core.making;

import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/** Draws the empty picture or film that sampling starts from. */
record EmptyLatent(Canvas canvas, Settled settled) {

    NodeBuilder draw(Input.Link vae) {
        var node = canvas.add(settled.family().latent().nodeClass())
                .set("width", settled.width())
                .set("height", settled.height());
        settled.film().ifPresent(film -> node.set("length", film.frames()));
        node.set("batch_size", 1);
        if (takesVae()) {
            node.set("vae", vae);
        }
        return node;
    }

    private boolean takesVae() {
        return canvas.definitions().find(settled.family().latent().nodeClass()).stream()
                .flatMap(definition -> definition.inputs().stream())
                .anyMatch(input -> input.name().equals("vae"));
    }
}
