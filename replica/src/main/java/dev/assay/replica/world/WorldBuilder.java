package dev.assay.replica.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.assay.replica.bytes.Bytes;

/** Puts a {@link World} together. What every world has is added: the head of the feed, and the LoRA of nothing. */
public final class WorldBuilder {

    private final List<Image> images = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private final List<HubFile> hub = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private String mediaBase = "https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA";
    private boolean newerServer;

    WorldBuilder() {}

    public WorldBuilder image(Image image) {
        images.add(image);
        return this;
    }

    public WorldBuilder model(Model model) {
        models.add(model);
        return this;
    }

    /** Puts a file on Hugging Face. */
    public WorldBuilder onHub(HubFile file) {
        hub.add(file);
        return this;
    }

    /** Makes an API key valid. */
    public WorldBuilder key(String key) {
        keys.add(key);
        return this;
    }

    /** What item URLs start with; the site's own media host where not set. */
    public WorldBuilder mediaBase(String base) {
        this.mediaBase = base;
        return this;
    }

    public WorldBuilder newerServer() {
        this.newerServer = true;
        return this;
    }

    public World build() {
        List<Image> feed = new ArrayList<>(images);
        var head = feed.stream().filter(image -> image.id() == World.HEAD).findFirst();
        head.ifPresent(feed::remove);
        feed.addFirst(head.orElseGet(FeedHead::image));
        List<Model> all = new ArrayList<>(models);
        if (all.stream().noneMatch(model -> model.id() == FeedHead.MODEL_OF_NOTHING)) {
            all.add(modelOfNothing());
        }
        return new World(feed, all, hub, keys, mediaBase, newerServer);
    }

    /** To whom the hash of an empty file leads (quirk 14). */
    private static Model modelOfNothing() {
        var file = ModelFile.of(18913, "an_unrelated_lora.safetensors", Bytes.utf8("an unrelated LoRA"))
                .hash("AutoV3", "E3B0C44298FC")
                .primary();
        return Model.of(FeedHead.MODEL_OF_NOTHING, "An unrelated LoRA", "LORA")
                .version(Version.of(FeedHead.VERSION_OF_NOTHING, "v1.0", "SD 1.5")
                        .publishedAt("2023-03-01T10:00:00.000Z")
                        .file(file))
                .build();
    }
}
