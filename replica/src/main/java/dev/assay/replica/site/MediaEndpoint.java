package dev.assay.replica.site;

import java.util.regex.MatchResult;

import dev.assay.replica.bytes.Bytes;
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
        var image = world.imageOfUuid(path.group(1));
        if (strikes.by(Fault.MEDIA_FOREIGN)) {
            image = image.flatMap(asked -> world.images().stream()
                    .filter(other -> other.id() != asked.id()
                            && other.picture().original().isPresent())
                    .findFirst());
        }
        boolean original = path.group(2).contains("original=true") && !strikes.by(Fault.MEDIA_STRIPPED);
        return image.map(Image::picture)
                .filter(_ -> !strikes.by(Fault.MEDIA_404))
                .flatMap(picture -> picture.original().map(file -> original ? file : stripped(picture)))
                .map(file -> Answer.of(200, contentType(path.group(3)), file))
                .orElseGet(() -> Answer.text(404, "Not found"));
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
