package dev.assay.replica.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Small files in PyTorch's own forms, as {@code torch.save} writes them: a dictionary of tensors in half precision, pickled by
 * protocol 2. They load.
 */
public final class Pickles {

    private static final byte[] MAGIC = {
        (byte) 0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8, 0x50, 0x19
    };

    private Pickles() {}

    /** The form since 1.6: an archive. */
    public static Bytes archive(Map<String, List<Integer>> shapes) {
        return zip(pickled(shapes, ""), shapes, ZipEntry.STORED);
    }

    /** The same, packed once more, as some tools do. */
    public static Bytes packedArchive(Map<String, List<Integer>> shapes) {
        return zip(pickled(shapes, ""), shapes, ZipEntry.DEFLATED);
    }

    /** An archive in whose dictionary the weights stand as {@code state_dict}. */
    public static Bytes checkpoint(Map<String, List<Integer>> shapes) {
        return zip(pickled(shapes, "state_dict"), shapes, ZipEntry.STORED);
    }

    /** A textual inversion as A1111 trains it: the vectors beside the number of their token. */
    public static Bytes textualInversion(int vectors, int width) {
        var shapes = Map.of("*", List.of(vectors, width));
        return zip(pickled(shapes, "string_to_param"), shapes, ZipEntry.STORED);
    }

    /** An archive whose pickle calls something before it gives the tensors. */
    public static Bytes calling(String module, String name, String argument, Map<String, List<Integer>> shapes) {
        var code = new Code().op(0x80).op(2);
        code.global(module, name).text(argument).op(0x85).op('R').op('0');
        return zip(code.dictionary(shapes).op('.').bytes(), shapes, ZipEntry.STORED);
    }

    /** An archive that lacks the numbers of its first tensor. */
    public static Bytes lackingNumbers(Map<String, List<Integer>> shapes) {
        var rest = new TreeMap<>(shapes);
        var lost = rest.pollFirstEntry();
        rest.put(lost.getKey(), List.of(0));
        return zip(pickled(shapes, ""), rest, ZipEntry.STORED);
    }

    /** The form before 1.6: five pickles, and then the numbers. */
    public static Bytes legacy(Map<String, List<Integer>> shapes) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new Code()
                .op(0x80)
                .op(2)
                .op(0x8a)
                .op(MAGIC.length)
                .raw(MAGIC)
                .op('.')
                .bytes());
        out.writeBytes(new Code().op(0x80).op(2).number(1001).op('.').bytes());
        out.writeBytes(new Code()
                .op(0x80)
                .op(2)
                .op('}')
                .op('(')
                .text("little_endian")
                .op(0x88)
                .op('u')
                .op('.')
                .bytes());
        out.writeBytes(pickled(shapes, ""));
        var keys = new Code().op(0x80).op(2).op(']').op('(');
        for (int i = 0; i < shapes.size(); i++) {
            keys.text(Integer.toString(i));
        }
        out.writeBytes(keys.op('e').op('.').bytes());
        new TreeMap<>(shapes).values().forEach(shape -> {
            out.writeBytes(number(count(shape)));
            out.writeBytes(new byte[2 * count(shape)]);
        });
        return Bytes.of(out.toByteArray());
    }

    private static byte[] number(long count) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(count)
                .array();
    }

    private static byte[] pickled(Map<String, List<Integer>> shapes, String below) {
        var code = new Code().op(0x80).op(2);
        if (below.isEmpty()) {
            return code.dictionary(shapes).op('.').bytes();
        }
        code.op('}').op('(');
        code.text("step").number(1000).text(below).dictionary(shapes);
        return code.op('u').op('.').bytes();
    }

    private static Bytes zip(byte[] pickle, Map<String, List<Integer>> shapes, int method) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "archive/data.pkl", pickle, method);
            var index = 0;
            for (var shape : new TreeMap<>(shapes).values()) {
                put(zip, "archive/data/" + index++, new byte[2 * count(shape)], method);
            }
            put(zip, "archive/version", "3\n".getBytes(StandardCharsets.US_ASCII), method);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(out.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] content, int method) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            var crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            entry.setSize(content.length);
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static int count(List<Integer> shape) {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }

    /** Writes a pickle, opcode by opcode. */
    private static final class Code {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Code op(int opcode) {
            out.write(opcode);
            return this;
        }

        Code raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Code text(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return op('X').raw(four(bytes.length)).raw(bytes);
        }

        Code number(int number) {
            return op('J').raw(four(number));
        }

        Code global(String module, String name) {
            return op('c').raw((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        Code dictionary(Map<String, List<Integer>> shapes) {
            global("collections", "OrderedDict").op(')').op('R').op('(');
            var index = 0;
            for (var tensor : new TreeMap<>(shapes).entrySet()) {
                text(tensor.getKey()).tensor(tensor.getValue(), index++);
            }
            return op('u');
        }

        private void tensor(List<Integer> shape, int index) {
            global("torch._utils", "_rebuild_tensor_v2").op('(').op('(');
            text("storage").global("torch", "HalfStorage").text(Integer.toString(index));
            text("cpu").number(count(shape)).op('t').op('Q').op('K').op(0);
            sizes(shape);
            sizes(shape.stream().map(_ -> 1).toList());
            op(0x89).global("collections", "OrderedDict")
                    .op(')')
                    .op('R')
                    .op('t')
                    .op('R');
        }

        private void sizes(List<Integer> sizes) {
            op('(');
            sizes.forEach(this::number);
            op('t');
        }

        private static byte[] four(int number) {
            return ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(number)
                    .array();
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
