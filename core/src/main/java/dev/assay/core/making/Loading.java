package dev.assay.core.making;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.family.Form;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.NodeBuilder;

/**
 * Draws the nodes that load models. The folder of a file decides which node can list it, and what the file brings decides
 * what else must be loaded; a checkpoint loader also takes a diffusion model alone, and then gives nothing but that.
 */
final class Loading {

    /** The folder whose files {@code UNETLoader} lists. */
    private static final String ALONE = "diffusion_models";

    private final Canvas canvas;
    private final Form form;
    private final Materials materials;

    /** Each is loaded once, whatever it is needed for. */
    private final Map<Placed, Base> successors = new HashMap<>();

    Loading(Canvas canvas, Form form, Materials materials) {
        this.canvas = canvas;
        this.form = form;
        this.materials = materials;
    }

    /** A model that is loaded, and the encoder and VAE that go with it. */
    record Base(Input.Link model, Input.Link clip, Input.Link vae) {

        Base with(Input.Link otherVae) {
            return new Base(model, clip, otherVae);
        }
    }

    Base base() {
        var loader = model(materials.checkpoint());
        var contents = materials.contents();
        return new Base(
                loader.out("MODEL"),
                contents.encoders() ? loader.out("CLIP") : encoders(),
                materials.vae().map(this::vae).orElseGet(() -> loader.out("VAE")));
    }

    /** The model of the rest of the steps, with the others' encoder and VAE. */
    Optional<Base> partner(Base base) {
        return materials.partner().map(file -> new Base(model(file).out("MODEL"), base.clip(), base.vae()));
    }

    /** Another model of the same make that goes on where the first one ends: with its own encoders and VAE, if it has any. */
    Base successor(Placed file, Base base) {
        var known = successors.get(file);
        if (known == null) {
            known = loaded(file, base);
            successors.put(file, known);
        }
        return known;
    }

    private Base loaded(Placed file, Base base) {
        var loader = model(file);
        return alone(file) || !materials.contents().encoders()
                ? new Base(loader.out("MODEL"), base.clip(), base.vae())
                // A VAE that is named serves both; else each decodes with its own.
                : new Base(
                        loader.out("MODEL"),
                        loader.out("CLIP"),
                        materials.vae().isPresent() ? base.vae() : loader.out("VAE"));
    }

    private NodeBuilder model(Placed file) {
        return alone(file)
                ? canvas.load("UNETLoader", "unet_name", file).set("weight_dtype", "default")
                : canvas.load("CheckpointLoaderSimple", "ckpt_name", file);
    }

    private static boolean alone(Placed file) {
        return file.directory().equals(ALONE);
    }

    private Input.Link vae(Placed file) {
        return canvas.load("VAELoader", "vae_name", file).out("VAE");
    }

    private Input.Link encoders() {
        var encoders = form.encoders().orElseThrow();
        var files = materials.encoders();
        var loader = canvas.load(encoders.loader(), encoders.input(0), files.getFirst());
        for (int place = 1; place < encoders.files().size(); place++) {
            canvas.load(loader, encoders.input(place), files.get(place));
        }
        encoders.type().ifPresent(type -> loader.set("type", type));
        return encoders.unpadded() ? unpadded(loader.out("CLIP")) : loader.out("CLIP");
    }

    private Input.Link unpadded(Input.Link clip) {
        return canvas.add("T5TokenizerOptions")
                .set("clip", clip)
                .set("min_padding", 0)
                .set("min_length", 3)
                .out(0);
    }
}
