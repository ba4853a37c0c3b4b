package dev.assay.core.evidence;

import java.net.URI;
import java.util.Optional;

/**
 * What an answer says of an image beside its identity and its making.
 *
 * @param type {@code image}, {@code video} or {@code audio}
 * @param username who posted it
 * @param address where its file is
 * @param metaHidden whether its author hid the metadata
 * @param metaStored whether the site stores any metadata
 */
public record Facts(
        Optional<String> type,
        Optional<String> username,
        Optional<URI> address,
        Optional<Boolean> metaHidden,
        Optional<Boolean> metaStored) {

    /** Says nothing. */
    public static final Facts NONE =
            new Facts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Facts or(Facts other) {
        return new Facts(
                type.or(other::type),
                username.or(other::username),
                address.or(other::address),
                metaHidden.or(other::metaHidden),
                metaStored.or(other::metaStored));
    }
}
