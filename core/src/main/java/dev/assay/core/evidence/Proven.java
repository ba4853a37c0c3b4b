package dev.assay.core.evidence;

/**
 * Something whose subject was proven to be the subject asked for. Only {@link Evidence} can make one, and whatever comes
 * after the proof takes nothing else (law 1).
 *
 * @param <T> what was proven
 */
public final class Proven<T> {

    private final T value;

    Proven(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }
}
