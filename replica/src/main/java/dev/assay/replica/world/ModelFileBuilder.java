package dev.assay.replica.world;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.assay.core.json.Json;
import dev.assay.replica.bytes.Bytes;
import dev.assay.replica.bytes.SiteHashes;

/** Puts a {@link ModelFile} together. */
public final class ModelFileBuilder {

    private static final BigDecimal BYTES_IN_A_KB = BigDecimal.valueOf(1024);

    private final long id;
    private final String name;
    private final Bytes bytes;
    private final Map<String, String> hashes;
    private String type = "Model";
    private Json metadata = Json.object()
            .put("format", "SafeTensor")
            .put("size", "pruned")
            .put("fp", "fp16")
            .build();
    private String pickleScan = "Success";
    private String virusScan = "Success";
    private BigDecimal sizeKb;
    private boolean primary;

    ModelFileBuilder(long id, String name, Bytes bytes) {
        this.id = id;
        this.name = name;
        this.bytes = bytes;
        this.hashes = new TreeMap<>(SiteHashes.of(bytes));
        this.sizeKb = BigDecimal.valueOf(bytes.size()).divide(BYTES_IN_A_KB);
    }

    public ModelFileBuilder type(String fileType) {
        this.type = fileType;
        return this;
    }

    public ModelFileBuilder metadata(Json facts) {
        this.metadata = facts;
        return this;
    }

    /** Results of the scans: {@code Pending}, {@code Success}, {@code Danger} or {@code Error}. */
    public ModelFileBuilder scans(String pickle, String virus) {
        this.pickleScan = pickle;
        this.virusScan = virus;
        return this;
    }

    /** Sets a hash against the content, or adds one under any key. */
    public ModelFileBuilder hash(String kind, String hex) {
        hashes.put(kind, hex);
        return this;
    }

    /** Takes all hashes away, as right after an upload. */
    public ModelFileBuilder withoutHashes() {
        hashes.clear();
        return this;
    }

    /** States a size against the content, in units of 1024 bytes. */
    public ModelFileBuilder sizeKb(long stated) {
        this.sizeKb = BigDecimal.valueOf(stated);
        return this;
    }

    public ModelFileBuilder primary() {
        this.primary = true;
        return this;
    }

    /** The file as a version lists it: a file that is not primary has a URL without its id (§4.7). */
    ModelFile build(long versionId) {
        var hashObject = Json.object();
        hashes.forEach(hashObject::put);
        var url = "https://civitai.com/api/download/models/" + versionId;
        var body = Json.object()
                .put("id", id)
                .put("sizeKB", sizeKb)
                .put("name", name)
                .put("type", type)
                .put("pickleScanResult", pickleScan)
                .put("pickleScanMessage", pickleScan.equals("Success") ? "No Pickle imports" : "Suspicious imports")
                .put("virusScanResult", virusScan)
                .put("virusScanMessage", Json.none())
                .put("scannedAt", "2024-01-10T10:20:30.000Z")
                .put("metadata", metadata)
                .put("hashes", hashObject.build())
                .put("primary", primary)
                .put("downloadUrl", primary ? url : url + "?type=" + type.replace(" ", "%20") + tuple())
                .build();
        return new ModelFile(id, name, body, Optional.of(bytes));
    }

    private String tuple() {
        var text = new StringBuilder();
        for (var key : new String[] {"format", "size", "fp"}) {
            metadata.at(key)
                    .text()
                    .ifPresent(value -> text.append('&').append(key).append('=').append(value));
        }
        return text.toString();
    }
}
