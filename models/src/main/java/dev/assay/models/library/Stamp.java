package dev.assay.models.library;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * By what a file is taken for unchanged without being read: whoever writes into it changes size or time, unless he takes
 * care not to. Together with the path, that is.
 *
 * @param inode the number that the file system tells it by; empty where it has none. Without the device, whose number is
 *     another one after each start for network shares and some file systems
 * @param size bytes
 * @param modified nanoseconds since 1970, as fine as the file system has them
 */
public record Stamp(String inode, long size, long modified) {

    private static final Pattern INODE = Pattern.compile("ino=(\\d+)");
    private static final long SECOND = 1_000_000_000;

    public static Stamp of(ModelFile file) {
        return new Stamp(inode(file.fileKey()), file.size(), nanos(file.modified()));
    }

    private static String inode(String fileKey) {
        var matcher = INODE.matcher(fileKey);
        return matcher.find() ? matcher.group(1) : fileKey;
    }

    /** Times that no clock shows all count as the same one. */
    static long nanos(Instant time) {
        var seconds = Math.clamp(time.getEpochSecond(), Long.MIN_VALUE / SECOND + 1, Long.MAX_VALUE / SECOND - 1);
        return seconds * SECOND + time.getNano();
    }
}
