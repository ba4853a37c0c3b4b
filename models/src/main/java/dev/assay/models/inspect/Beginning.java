package dev.assay.models.inspect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The first bytes of a file, and what they give away. */
final class Beginning {

    private static final int LENGTH = 512;
    private static final long LONGEST_SAFETENSORS_HEADER = 100_000_000;

    private final byte[] bytes;

    private Beginning(byte[] bytes) {
        this.bytes = bytes;
    }

    static Beginning of(SeekableByteChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(LENGTH);
        channel.position(0);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A read may give less than was asked for.
        }
        return new Beginning(Arrays.copyOf(buffer.array(), buffer.position()));
    }

    /** The form whose mark the file bears; unknown is an answer. */
    Container container() {
        if (startsWith("GGUF")) {
            return Container.GGUF;
        }
        if (startsWith("PK\u0003\u0004")) {
            return Container.TORCH_ZIP;
        }
        if (isSafetensors()) {
            return Container.SAFETENSORS;
        }
        // The protocol opcode, and a protocol that there is.
        return bytes.length > 1 && (bytes[0] & 0xff) == 0x80 && bytes[1] >= 2 && bytes[1] <= 5
                ? Container.PICKLE
                : Container.UNKNOWN;
    }

    /** Why it is no model at all; empty where it may be one. */
    Optional<Damage> damage() {
        if (bytes.length == 0) {
            return because(Damage.Kind.EMPTY, "it is empty");
        }
        if (isSafetensors()) {
            // Its length field may look like anything.
            return Optional.empty();
        }
        if (startsWith("\u001f\u008b") || startsWith("7z\u00bc\u00af") || startsWith("Rar!")) {
            return because(Damage.Kind.OTHER_FORMAT, "it is a packed archive; the model may be inside");
        }
        if (bytes.length == LENGTH && allZero()) {
            return because(
                    Damage.Kind.BAD_HEADER, "it begins with nothing but zeros, as a download that never arrived");
        }
        return isText() ? ofText() : Optional.empty();
    }

    private Optional<Damage> ofText() {
        var text = new String(bytes, StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs.github.com/")) {
            return because(
                    Damage.Kind.LFS_POINTER,
                    "it is a pointer of git-lfs: the model itself was never fetched (git lfs pull)");
        }
        if (text.startsWith("<")) {
            return because(Damage.Kind.WEB_PAGE, "it is a web page; the download asked for a sign-in, or failed");
        }
        return text.startsWith("{") || text.startsWith("[")
                ? because(Damage.Kind.TEXT, "it is JSON text, which is how errors are told")
                : because(Damage.Kind.TEXT, "it is text");
    }

    private static Optional<Damage> because(Damage.Kind kind, String words) {
        return Optional.of(new Damage(kind, words));
    }

    private boolean isSafetensors() {
        if (bytes.length < 10) {
            return false;
        }
        var length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return length >= 2 && length <= LONGEST_SAFETENSORS_HEADER && bytes[8] == '{';
    }

    private boolean startsWith(String mark) {
        var wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length && Arrays.equals(wanted, Arrays.copyOf(bytes, wanted.length));
    }

    private boolean allZero() {
        for (var one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isText() {
        for (var one : bytes) {
            if (one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r') {
                return false;
            }
        }
        return true;
    }
}
