package dev.assay.replica.site;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Infotext;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;

/** The value of {@code meta} in an item: null, flat, or in a wrapper that names the image (§1.6, quirks 20 to 22). */
final class MetaShape {

    private static final String BROKEN_COMFY =
            "{\"prompt\": {\"3\": {\"is_changed\": [NaN]}}, \"workflow\": undefined}";

    private final World world;
    private final Strikes strikes;

    MetaShape(World world, Strikes strikes) {
        this.world = world;
        this.strikes = strikes;
    }

    Json of(Image image, ImagesQuery query) {
        if (!query.withMeta() || strikes.by(Fault.META_NULL)) {
            return Json.none();
        }
        var stored = image.posting().hideMeta() ? Json.none() : spoiled(image.meta());
        if (strikes.by(Fault.META_STRING)) {
            return Json.of(Infotext.of(stored));
        }
        if (strikes.by(Fault.META_DOUBLE_NESTED)) {
            return wrapper(image.id(), wrapper(image.id(), stored));
        }
        if (strikes.by(Fault.FOREIGN_WRAPPER_ID)) {
            return wrapper(world.anotherImage(image.id()).map(Image::id).orElse(1L), stored);
        }
        return flat(query) ? stored : wrapper(image.id(), stored);
    }

    private boolean flat(ImagesQuery query) {
        if (strikes.by(Fault.META_FLAT)) {
            return true;
        }
        return !strikes.by(Fault.META_NESTED) && query.flatMeta().orElse(!query.legacy());
    }

    private static Json wrapper(long id, Json meta) {
        return Json.object().put("id", id).put("meta", meta).build();
    }

    private Json spoiled(Json meta) {
        var spoiled = meta;
        if (!meta.isNull() && strikes.by(Fault.BROKEN_COMFY_JSON)) {
            spoiled = Members.with(spoiled, "comfy", Json.of(BROKEN_COMFY));
        }
        if (!meta.isNull() && strikes.by(Fault.SEED_BEYOND_2_53)) {
            spoiled = Members.with(spoiled, "seed", new Json.Num("18446744073709552000"));
        }
        return spoiled;
    }
}
