package dev.assay.civitai.ask;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

import dev.assay.core.hash.Sha256;

/** Writes the body of a good answer into a file, and hashes it on its way; bodies of other answers are let go. */
final class FileSink implements Sink, AutoCloseable {

    private final FileChannel file;
    private final long most;
    private MessageDigest digest = Digest.algorithm();
    private long bytes;
    private boolean wanted;

    FileSink(Path path, long most) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.most = most;
    }

    @Override
    public synchronized void open(int status) throws IOException {
        wanted = status == 200;
        bytes = 0;
        digest = Digest.algorithm();
        try {
            file.truncate(0);
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    @Override
    public synchronized void take(ByteBuffer piece) throws IOException {
        if (!wanted) {
            return;
        }
        bytes += piece.remaining();
        if (bytes > most) {
            throw new TooLargeException(most);
        }
        digest.update(piece.duplicate());
        try {
            while (piece.hasRemaining()) {
                file.write(piece);
            }
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Of all that came; call it once, at the end. */
    synchronized Sha256 digest() {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** This computer's own trouble, told apart from the network's. */
    static final class DiskException extends IOException {
        private static final long serialVersionUID = 1L;

        DiskException(IOException cause) {
            super("The file cannot be written: " + cause.getMessage(), cause);
        }
    }
}
