package dev.assay.models.download;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the room for a whole file beforehand, as Linux can ({@code fallocate} with {@code FALLOC_FL_KEEP_SIZE}): nobody else
 * fills the disk meanwhile, and the file lies in one piece. The file's length stays as it is. Java itself has no call for it.
 */
final class Reservation {

    private static final int WRITE_ONLY = 1;
    private static final int KEEP_SIZE = 1;

    /** What lies in memory has no room to reserve, but pages to fill. */
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    private final Linker linker = Linker.nativeLinker();

    private Reservation() {}

    /** Where it cannot be done, nothing happens: whether there is room, writing tells. */
    static void take(Path file, long bytes) {
        try {
            if (System.getProperty("os.name", "").equals("Linux")
                    && !IN_MEMORY.contains(Files.getFileStore(file).type())) {
                new Reservation().reserve(file, bytes);
            }
        } catch (IOException | UnsupportedOperationException _) {
            // Nobody depends on it.
        }
    }

    private void reserve(Path file, long bytes) {
        var number = ValueLayout.JAVA_INT;
        var size = ValueLayout.JAVA_LONG;
        var open = function(
                "open", FunctionDescriptor.of(number, ValueLayout.ADDRESS, number), Linker.Option.firstVariadicArg(2));
        var fallocate = function("fallocate", FunctionDescriptor.of(number, number, number, size, size));
        var close = function("close", FunctionDescriptor.of(number, number));
        if (open.isEmpty() || fallocate.isEmpty() || close.isEmpty()) {
            return;
        }
        try (var arena = Arena.ofConfined()) {
            var opened = (int) open.get().invokeExact(arena.allocateFrom(file.toString()), WRITE_ONLY);
            if (opened >= 0) {
                var _ = (int) fallocate.get().invokeExact(opened, KEEP_SIZE, 0L, bytes);
                var _ = (int) close.get().invokeExact(opened);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("a call of the system library ended as none can", e);
        }
    }

    @SuppressWarnings("restricted") // three functions of the system library, with the types of their manual pages
    private Optional<MethodHandle> function(String name, FunctionDescriptor form, Linker.Option... options) {
        return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, form, options));
    }
}
