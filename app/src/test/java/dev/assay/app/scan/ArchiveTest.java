package dev.assay.app.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No archive takes more than it is given, whatever it promises. */
class ArchiveTest {

    private static final Archive.Limits SMALL = new Archive.Limits(10, 1000, 5000, 2);
    private static final byte[] WORKFLOW =
            "{\"nodes\":[{\"id\":1,\"type\":\"VAELoader\"}],\"links\":[]}".getBytes(StandardCharsets.UTF_8);

    private static final class Entry {
        private final String name;
        private final byte[] content;

        Entry(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }
    }

    private static byte[] zip(List<Entry> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name));
                zip.write(entry.content);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Found> read(byte[] archive) {
        return Archive.read("a.zip", new ByteArrayInputStream(archive), SMALL, WorkflowFile::read);
    }

    private static List<String> words(List<Found> found) {
        return found.stream()
                .map(one -> switch (one) {
                    case Found.Workflow workflow -> workflow.name();
                    case Found.None none -> "none " + none.name();
                    case Found.Unreadable unreadable -> unreadable.problem().what();
                })
                .toList();
    }

    @Test
    void leavesOutAnEntryThatIsTooLargeAndGoesOn() throws IOException {
        assertThat(words(read(zip(List.of(new Entry("big.json", new byte[2000]), new Entry("w.json", WORKFLOW))))))
                .containsExactly("It is larger than 1000 bytes when unpacked.", "a.zip!w.json");
    }

    @Test
    void stopsWhereAllTogetherAreTooMuch() throws IOException {
        var entries = IntStream.range(0, 8)
                .mapToObj(i -> new Entry(i + (i % 2 == 0 ? ".txt" : ".json"), new byte[900]))
                .toList();
        assertThat(words(read(zip(entries)))).last().isEqualTo("It unpacks to more than 5000 bytes.");
    }

    @Test
    void stopsWhereThereAreTooMany() throws IOException {
        var entries = IntStream.range(0, 20)
                .mapToObj(i -> new Entry(i + ".json", WORKFLOW))
                .toList();
        assertThat(words(read(zip(entries)))).hasSize(11).last().isEqualTo("It holds more than 10 files.");
    }

    @Test
    void goesNoDeeperThanIsGoodForIt() throws IOException {
        var deep = zip(List.of(new Entry("c.zip", zip(List.of(new Entry("w.json", WORKFLOW))))));
        assertThat(words(read(zip(List.of(new Entry("b.zip", deep), new Entry("w.json", WORKFLOW))))))
                .containsExactly("Archives lie inside each other more than 2 deep.", "a.zip!w.json");
    }

    @Test
    void tellsWhatCameBeforeTheDamage() throws IOException {
        var whole = zip(List.of(new Entry("w.json", WORKFLOW), new Entry("v.json", WORKFLOW)));
        var found = read(Arrays.copyOf(whole, whole.length / 2 - 20));
        assertThat(found.getFirst()).isInstanceOf(Found.Workflow.class);
    }

    /** As Windows writes them where the system's language is not English: no UTF-8, and no word about it. */
    @Test
    void readsEntriesWhoseNamesAreInSomeCodePage() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, Charset.forName("GBK"))) {
            zip.putNextEntry(new ZipEntry("\u5de5\u4f5c\u6d41.json"));
            zip.write(WORKFLOW);
            zip.putNextEntry(new ZipEntry("second.json"));
            zip.write(WORKFLOW);
        }
        assertThat(read(bytes.toByteArray())).hasSize(2).allMatch(Found.Workflow.class::isInstance);
        assertThat(words(read(zip(List.of(new Entry("\u5de5\u4f5c\u6d41 \u00e9.json", WORKFLOW))))))
                .containsExactly("a.zip!\u5de5\u4f5c\u6d41 \u00e9.json");
    }

    @Test
    void saysWhatItCannotOpenAndCallsItNotDamaged() throws IOException {
        var encrypted = zip(List.of(new Entry("a.json", WORKFLOW)));
        encrypted[6] |= 1;
        assertThat(words(read(encrypted))).containsExactly("Something in the archive is encrypted.");
        var packed = zip(List.of(new Entry("a.json", WORKFLOW)));
        packed[8] = 14;
        assertThat(words(read(packed)))
                .containsExactly("Something in the archive is packed in a way that is not known here.");
    }
}
