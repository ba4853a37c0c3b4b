package dev.assay.models.hash;

import java.util.Optional;

import dev.assay.core.hash.Sha256;
import dev.assay.core.hash.ShortHash;

/**
 * All digests of one file that image metadata and the site may name it by.
 *
 * @param size bytes
 * @param sha256 of the whole file: what proves it
 * @param autoV1 of 64 KiB at 1 MiB; empty for files below 2 MiB
 * @param tensors SHA-256 of what follows the header of a safetensors file; empty for any other file
 * @param crc32 in the byte order that the site prints, the reverse of the usual one
 */
public record Digests(long size, Sha256 sha256, Optional<ShortHash> autoV1, Optional<Sha256> tensors, ShortHash crc32) {

    /** The first twelve digits of {@link #tensors()}: what Civitai calls AutoV3. */
    public Optional<ShortHash> autoV3() {
        return tensors.map(hash -> new ShortHash(hash.hex().substring(0, 12)));
    }
}
