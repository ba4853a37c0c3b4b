package dev.assay.replica.site;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

import dev.assay.core.json.Json;
import dev.assay.replica.fault.Fault;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Visibility;
import dev.assay.replica.world.World;

/** The procedures that tell of one image or post (§2.3). */
final class TrpcProcedures {

    private static final int BLOCKED = 32;

    private final World world;
    private final ImageInfinite infinite;

    TrpcProcedures(World world) {
        this.world = world;
        this.infinite = new ImageInfinite(world);
    }

    Trpc call(String procedure, Json input, boolean signedIn, Strikes strikes) {
        return switch (procedure) {
            case "image.get" -> byId(input, id -> get(id, strikes));
            case "image.getGenerationData" -> byId(input, id -> generation(id, strikes));
            case "image.getResources" -> byId(input, this::resources);
            case "post.get" -> byId(input, this::post);
            case "image.getInfinite" -> infinite.page(input, signedIn, strikes);
            default -> Trpc.Refusal.notFound("No procedure found on path \"" + procedure + "\"");
        };
    }

    /** The id must be a number; a string of digits is refused (quirk 51). */
    private static Trpc byId(Json input, LongFunction<Trpc> procedure) {
        var id = input.at("id") instanceof Json.Num number ? number.integer() : Optional.<Long>empty();
        return id.map(procedure::apply).orElseGet(() -> {
            var issue = Zod.issue("id", "Invalid input: expected number, received string");
            return Trpc.Refusal.badRequest(Json.of(List.of(issue)).writePretty().strip());
        });
    }

    private Trpc get(long id, Strikes strikes) {
        var found = world.image(id).filter(TrpcProcedures::visibleByLink);
        if (found.isEmpty()) {
            return Trpc.Refusal.notFound("No image with id " + id);
        }
        var image = strikes.by(Fault.FOREIGN_IMAGE_GET) ? world.anotherImage(id).or(() -> found) : found;
        return Trpc.Payload.of(ImageGetJson.of(image.get(), strikes), "createdAt", "scannedAt", "publishedAt");
    }

    /** No check of visibility at all: whatever row exists is answered (quirk 10). */
    private Trpc generation(long id, Strikes strikes) {
        var found = world.image(id).filter(image -> image.posting().visibility() != Visibility.DELETED);
        if (found.isEmpty()) {
            return Trpc.Refusal.notFound("Could not find entity");
        }
        var image = strikes.by(Fault.FOREIGN_GENERATION_DATA)
                ? world.anotherImage(id).or(() -> found)
                : found;
        var payload = GenerationJson.of(image.get());
        return Trpc.Payload.of(
                strikes.by(Fault.UNLABELLED_GENERATION_DATA)
                        ? Members.with(payload, "resources", Json.of(List.of()))
                        : payload);
    }

    private Trpc resources(long id) {
        return world.image(id)
                .filter(image -> image.posting().visibility() != Visibility.DELETED)
                .<Trpc>map(image -> Trpc.Payload.of(Json.of(image.resources())))
                .orElseGet(() -> Trpc.Refusal.notFound("Could not find entity"));
    }

    private Trpc post(long id) {
        return world.imagesOfPost(id)
                .filter(TrpcProcedures::visibleByLink)
                .findFirst()
                .<Trpc>map(image -> Trpc.Payload.of(PostJson.trpc(id, image), "publishedAt"))
                .orElseGet(() -> Trpc.Refusal.notFound("No post with id " + id));
    }

    /** Level, minors and real persons are not looked at here. */
    static boolean visibleByLink(Image image) {
        var posting = image.posting();
        return switch (posting.visibility()) {
            case PUBLIC, LINK_ONLY, HIDDEN_AT_31 -> posting.level() != 0 && posting.level() != BLOCKED;
            case DELETED, UNPUBLISHED -> false;
        };
    }
}
