package dev.assay.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The computer's own clocks. Java tells processor time only of processes that still run, hence the system's call. */
final class SystemMeter implements Meter {

    private static final int CHILDREN = -1;
    private static final long USAGE_BYTES = 256;

    private final MethodHandle getrusage = handle();

    // Calling native code is what this is for.
    @SuppressWarnings("restricted")
    private static MethodHandle handle() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("getrusage"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public long processorNanos() {
        try (var arena = Arena.ofConfined()) {
            var usage = arena.allocate(USAGE_BYTES, Long.BYTES);
            if ((int) getrusage.invokeExact(CHILDREN, usage) != 0) {
                throw new IllegalStateException("the system does not tell processor times");
            }
            return time(usage, 0) + time(usage, 2);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a method handle threw what its method cannot", e);
        }
    }

    /** A {@code timeval}: seconds, then microseconds, of which macOS uses the lower half. */
    private static long time(MemorySegment usage, int index) {
        var seconds = usage.getAtIndex(ValueLayout.JAVA_LONG, index);
        var micros = usage.get(ValueLayout.JAVA_INT, (index + 1) * (long) Long.BYTES);
        return seconds * 1_000_000_000 + micros * 1_000L;
    }
}
