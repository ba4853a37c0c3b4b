package dev.assay.civitai.image;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

import dev.assay.core.evidence.Facts;
import dev.assay.core.evidence.Identity;
import dev.assay.core.json.Json;
import dev.assay.core.reference.Ids;

/** Reads what the site says of an image; a listed item and the row of {@code image.get} name most things alike. */
final class Row {

    private static final int LARGEST_SIDE = 1_000_000;

    private Row() {}

    static Identity identity(Json row) {
        return new Identity(
                number(row.at("id")),
                row.at("url").text().flatMap(MediaAddress::uuid),
                number(row.at("postId")),
                size(row),
                row.at("hash").text().filter(hash -> !hash.isBlank()));
    }

    static OptionalLong number(Json value) {
        return value.integer().map(Ids::valid).orElse(OptionalLong.empty());
    }

    private static Optional<Identity.Size> size(Json row) {
        return side(row.at("width"))
                .flatMap(width -> side(row.at("height")).map(height -> new Identity.Size(width, height)));
    }

    private static Optional<Integer> side(Json value) {
        return value.integer().filter(side -> side > 0 && side <= LARGEST_SIDE).map(Math::toIntExact);
    }

    static Facts facts(Json row) {
        return new Facts(
                row.at("type").text(),
                row.at("username").text().or(() -> row.at("user").at("username").text()),
                address(row),
                row.at("hideMeta").bool(),
                row.at("hasMeta").bool());
    }

    private static Optional<URI> address(Json row) {
        return row.at("url").text().flatMap(MediaAddress::parse).map(MediaAddress::address);
    }
}
