package dev.assay.replica.bytes;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

import dev.assay.core.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FilesTest {

    /** The test vector of the site's own scanner (quirk 62). */
    @Test
    void hashesAsTheSiteDoes() {
        assertThat(SiteHashes.of(Bytes.utf8("hello world")))
                .containsEntry("SHA256", "B94D27B9934D3E08A52E52D7DA7DABFAC484EFE37A5380EE9088F7ACE2EFCDE9")
                .containsEntry("AutoV2", "B94D27B993")
                .containsEntry("CRC32", "85114A0D")
                .doesNotContainKeys("AutoV1", "AutoV3");
    }

    @Test
    void writesSafetensorsWhoseHeaderCoversTheFileExactly() throws Exception {
        for (var file : new Bytes[] {
            Safetensors.sdxlCheckpoint(1),
            Safetensors.sdxlLora("a", 1),
            Safetensors.sdxlEmbedding(1),
            Safetensors.sdxlVae(1)
        }) {
            var content = file.toArray();
            int header = (int)
                    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
            var json = Json.parse(new String(content, 8, header, StandardCharsets.UTF_8).strip());
            long end = json.members().values().stream()
                    .mapToLong(
                            tensor -> tensor.at("data_offsets").at(1).integer().orElse(0L))
                    .max()
                    .orElseThrow();
            assertThat(8L + header + end).isEqualTo(content.length);
        }
    }

    @Test
    void writesTheSameFileForTheSameSeed() {
        assertThat(Safetensors.sdxlLora("a", 1).toArray())
                .isEqualTo(Safetensors.sdxlLora("a", 1).toArray());
        assertThat(Safetensors.sdxlLora("a", 1).toArray())
                .isNotEqualTo(Safetensors.sdxlLora("a", 2).toArray());
    }

    @Test
    void writesPicturesThatOthersCanRead() throws Exception {
        var file = Png.landscape(60, 80, Map.of("parameters", "Steps: 30, \u5c71"));
        var picture = ImageIO.read(new ByteArrayInputStream(file.toArray()));
        assertThat(picture.getWidth()).isEqualTo(60);
        assertThat(picture.getHeight()).isEqualTo(80);
        assertThat(file.asUtf8()).contains("Steps: 30, \u5c71");
    }
}
