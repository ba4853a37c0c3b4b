package dev.assay.models.inspect;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import dev.assay.core.gguf.Gguf;
import dev.assay.core.safetensors.Architecture;
import dev.assay.core.safetensors.Safetensors;

/**
 * Finds out what a file is. Only its header is read, or the first bytes; of an archive its
 * directory and its pickle, which is followed and never loaded.
 */
public final class Inspector {

    /** Grows whenever the same file may be told better than before; what was inspected earlier is inspected anew. */
    public static final int VERSION = 2;

    private Inspector() {}

    /**
     * Inspects a file.
     *
     * @throws IOException where it cannot be read
     */
    public static Inspection of(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return of(channel, String.valueOf(file.getFileName()));
        }
    }

    /**
     * Inspects an open file.
     *
     * @param name the file's, whose extension says what loaders will take it for
     */
    public static Inspection of(SeekableByteChannel channel, String name) throws IOException {
        var beginning = Beginning.of(channel);
        var damage = beginning.damage();
        if (isUnpickled(name)
                && beginning.container() == Container.UNKNOWN
                && damage.filter(one -> one.kind() != Damage.Kind.TEXT).isEmpty()) {
            var old = new PickledModel(channel).unmarked();
            if (old.isPresent()) {
                return old.get();
            }
        }
        if (damage.isPresent()) {
            return Inspection.damaged(
                    Container.UNKNOWN, damage.get().kind(), damage.get().words());
        }
        var promised = promised(name);
        var found = beginning.container();
        if (found == Container.UNKNOWN && promised.isPresent() && promised.get() == Container.SAFETENSORS) {
            // Told by the reader of the format, which knows best what is wrong.
            return safetensors(channel);
        }
        if (promised.isPresent() && !fits(promised.get(), found)) {
            return Inspection.damaged(
                    found,
                    Damage.Kind.OTHER_FORMAT,
                    "its name says " + promised.get().words() + ", its content is "
                            + (found == Container.UNKNOWN ? "something else" : found.words()));
        }
        return switch (found) {
            case SAFETENSORS -> safetensors(channel);
            case GGUF -> gguf(channel);
            case TORCH_ZIP -> new PickledModel(channel).archive();
            case PICKLE -> new PickledModel(channel).bare();
            case UNKNOWN -> Inspection.opaque(found);
        };
    }

    /** Whether loaders unpickle files of that name, whatever they look like. */
    private static boolean isUnpickled(String name) {
        return promised(name).filter(Container.PICKLE::equals).isPresent()
                || name.toLowerCase(Locale.ROOT).endsWith(".bin");
    }

    /** What a loader takes a file of that name for; empty where the name promises nothing certain. */
    private static Optional<Container> promised(String name) {
        var dot = name.lastIndexOf('.');
        return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
            case "safetensors", "sft" -> Optional.of(Container.SAFETENSORS);
            case "gguf" -> Optional.of(Container.GGUF);
            case "ckpt", "pt", "pth", "pkl" -> Optional.of(Container.PICKLE);
            default -> Optional.empty();
        };
    }

    /** PyTorch's loader takes both of its forms, and TensorRT and others bear its extension too. */
    private static boolean fits(Container promised, Container found) {
        return promised == found
                || (promised == Container.PICKLE && (found == Container.TORCH_ZIP || found == Container.UNKNOWN));
    }

    private static Inspection safetensors(SeekableByteChannel channel) throws IOException {
        return switch (Safetensors.read(channel)) {
            case Safetensors.Header header ->
                Inspection.sound(Container.SAFETENSORS, Architecture.of(header), header.metadata());
            case Safetensors.Broken broken ->
                Inspection.damaged(
                        Container.SAFETENSORS,
                        broken.isCutShort() ? Damage.Kind.CUT_SHORT : Damage.Kind.BAD_HEADER,
                        broken.reason());
        };
    }

    private static Inspection gguf(SeekableByteChannel channel) throws IOException {
        return switch (Gguf.read(channel)) {
            case Gguf.Header header -> Inspection.sound(Container.GGUF, header.architecture(), header.metadata());
            case Gguf.Broken(var reason, var cutShort) ->
                Inspection.damaged(Container.GGUF, cutShort ? Damage.Kind.CUT_SHORT : Damage.Kind.BAD_HEADER, reason);
        };
    }
}
