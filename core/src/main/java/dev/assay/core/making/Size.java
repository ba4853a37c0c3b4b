package dev.assay.core.making;

/** Width and height in pixels. */
record Size(int width, int height) {

    /** What ComfyUI's nodes take. */
    private static final int LEAST = 16;

    private static final int MOST = 16_384;

    static boolean isSide(long pixels) {
        return pixels >= LEAST && pixels <= MOST;
    }

    boolean isPossible() {
        return isSide(width) && isSide(height);
    }

    boolean hasShapeOf(Size other) {
        return (long) width * other.height == (long) height * other.width;
    }
}
