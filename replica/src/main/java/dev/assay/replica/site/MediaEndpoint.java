package dev.assay.replica.site;

import java.util.Map;
import java.util.regex.MatchResult;

import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Infotext;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.fault.Faults;
import dev.assay.replica.wire.Answer;
import dev.assay.replica.wire.Request;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.World;

/**
 * The media host: {@code /<key>/<uuid>/<params>/<name>}. Only the uuid counts; the content type follows the extension,
 * not the content (§6, quirk 61).
 */
final class MediaEndpoint implements Endpoint {

    private final World world;
    private final Faults faults;

    MediaEndpoint(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    @Override
    public Answer answer(Request request, MatchResult path) {
        var strikes = new Strikes(faults, request.path());
        if (strikes.by(Fault.MEDIA_PAGE)) {
            return Answer.html(200, Pages.maintenance());
        }
        var image = world.imageOfUuid(path.group(1)).filter(_ -> !strikes.by(Fault.MEDIA_404));
        boolean original = path.group(2).contains("original=true") && !strikes.by(Fault.MEDIA_STRIPPED);
        var file = strikes.by(Fault.MEDIA_FOREIGN)
                ? image.flatMap(asked -> world.anotherImage(asked.id())).map(MediaEndpoint::remade)
                : image.map(Image::picture)
                        .flatMap(picture -> picture.original().map(bytes -> original ? bytes : stripped(picture)));
        return file.map(bytes -> Answer.of(200, contentType(path.group(3)), bytes))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    /** The other image's own file, or one made of its metadata. */
    private static Bytes remade(Image image) {
        var picture = image.picture();
        return picture.original()
                .orElseGet(() -> Png.landscape(
                        picture.width(), picture.height(), Map.of("parameters", Infotext.of(image.meta()))));
    }

    /** A variant made anew from the pixels, which has no metadata. */
    private static Bytes stripped(Image.Picture picture) {
        return Png.landscape(Math.min(picture.width(), 450), Math.min(picture.height(), 600));
    }

    private static String contentType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            case "mp4" -> "video/mp4";
            default -> "image/jpeg";
        };
    }
}
