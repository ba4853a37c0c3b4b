package dev.assay.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.Png;
import dev.assay.replica.sample.QuirksWorld;
import dev.assay.replica.world.Image;
import dev.assay.replica.world.Model;
import dev.assay.replica.world.ModelFile;
import dev.assay.replica.world.Version;
import dev.assay.replica.world.World;

/** Workflows that people share on the site: as models of type Workflows, and inside the images of a post. */
final class Shares {

    static final String PACK = "https://civitai.com/models/9300?modelVersionId=9301";
    static final String SINGLE = "https://civitai.com/models/9400";
    static final String EMPTY = "https://civitai.com/models/9500";
    static final String DANGEROUS = "https://civitai.com/models/9550";
    static final String POST = "https://civitai.com/posts/960";

    /** An image with its maker's graph in the file, one of settings alone, and one of which nothing is known. */
    static final long DRAWN = 9601;

    static final long SETTINGS = 9602;
    static final long SILENT = 9603;

    /** An image with its maker's graph, of whose LoRA the site names the version. */
    static final long KNOWN = 9701;

    /** As its author saved it, with every oddity. */
    static final String CANVAS = "{\"nodes\": [\r\n {\"id\":1, \"type\":\"LoraLoaderModelOnly\",\"mode\":0,"
            + "\"widgets_values\":[\"evening_light_pony.safetensors\" , 1.00]}],\"links\":[],\"odd\": 1e2 }\n";

    private Shares() {}

    static String loading(String lora) {
        return CANVAS.replace("evening_light_pony.safetensors", lora);
    }

    static World world() {
        return QuirksWorld.builder()
                .model(model(9300, "Portraits", "portraits.zip", pack()))
                .model(model(9400, "Only one", "only_one.json", Bytes.utf8(loading("single.safetensors"))))
                .model(model(9500, "Nothing", "nothing.zip", zip(Map.of("read.txt", Bytes.utf8("hello")))))
                .model(Model.of(9550, "Danger", "Workflows")
                        .version(Version.of(9551, "v1", "Other")
                                .file(file(95510, "danger.zip", pack()).scans("Success", "Danger")))
                        .build())
                .image(Image.of(DRAWN)
                        .post(960)
                        .meta(Json.object()
                                .put("prompt", "hills")
                                .put(
                                        "comfy",
                                        Json.object()
                                                .put("prompt", parsed("{}"))
                                                .put("workflow", parsed(loading("drawn.safetensors")))
                                                .build()
                                                .write())
                                .build())
                        .build())
                .image(Image.of(KNOWN)
                        .meta(Json.object()
                                .put("prompt", "hills")
                                .put(
                                        "comfy",
                                        Json.object()
                                                .put("prompt", parsed("{}"))
                                                .put("workflow", parsed(CANVAS))
                                                .build()
                                                .write())
                                .put("civitaiResources", List.of(Pony.lora("0.8")))
                                .build())
                        .build())
                .image(Image.of(SETTINGS).post(960).meta(Pony.meta().build()).build())
                .image(Image.of(SILENT).post(960).build())
                .build();
    }

    private static Json parsed(String text) {
        try {
            return Json.parse(text);
        } catch (dev.assay.core.json.MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    private static Model model(long id, String name, String fileName, Bytes content) {
        return Model.of(id, name, "Workflows")
                .version(Version.of(id + 1, "v1", "Other").file(file(id * 10 + 10, fileName, content)))
                .build();
    }

    private static dev.assay.replica.world.ModelFileBuilder file(long id, String name, Bytes content) {
        return ModelFile.of(id, name, content)
                .type("Archive")
                .metadata(Json.object().put("format", "Other").build())
                .primary();
    }

    /** Two workflows, one of them in a picture; a name that leads elsewhere, and what is none of our business. */
    private static Bytes pack() {
        Map<String, Bytes> entries = new LinkedHashMap<>();
        entries.put("../../../evil/first.json", Bytes.utf8(CANVAS));
        entries.put("pictures/second.png", Png.landscape(64, 48, Map.of("workflow", loading("other.safetensors")), 1));
        entries.put("run.sh", Bytes.utf8("touch pwned"));
        entries.put("settings.json", Bytes.utf8("{\"theme\":\"dark\"}"));
        return zip(entries);
    }

    static Bytes zip(Map<String, Bytes> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var entry : entries.entrySet()) {
                var named = new ZipEntry(entry.getKey());
                // The same bytes at every time, and so the same hashes.
                named.setTime(0);
                zip.putNextEntry(named);
                zip.write(entry.getValue().toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Bytes.of(bytes.toByteArray());
    }
}
