package dev.assay.core.workflow;

import java.util.Optional;

import dev.assay.core.hash.Sha256;

/**
 * A model as a UI workflow mentions it on the node that loads it, so that the front end can offer to download it.
 *
 * @param name exactly the value of the widget, subfolder and all
 * @param url where it can be had; never with a key in it
 * @param sha256 of the file
 * @param directory the folder below {@code models}, such as {@code checkpoints}
 */
public record EmbeddedModel(String name, String url, Optional<Sha256> sha256, String directory) {}
