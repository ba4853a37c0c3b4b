package dev.assay.core.ingredient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.assay.core.hash.Sha256;
import dev.assay.core.reference.HuggingFaceFile;

/**
 * The very file that an ingredient is, as the site describes it.
 *
 * @param modelId the model
 * @param versionId its version
 * @param fileId the file, by which it is downloaded (quirk 17)
 * @param modelName title of the model
 * @param versionName title of the version
 * @param modelType the site's model type, such as {@code LORA}
 * @param baseModel the site's base model, such as {@code Pony}; free text
 * @param name file name as the site lists it; hostile until made safe
 * @param type the site's file type, such as {@code Model} or {@code VAE}
 * @param format such as {@code SafeTensor}; empty where unknown
 * @param sizeKb size in units of 1024 bytes, rounded by the site (±1 byte)
 * @param sha256 the hash of the whole file, where the site states one
 * @param hashes all hashes stated, by their name there (quirk 62: unknown names are normal)
 * @param trainedWords trigger words
 * @param scan what the site's scans say
 * @param access what stands before a download, empty when nothing is known to
 * @param variant which of several forms of one model it is, as the site's file metadata say
 * @param elsewhere where it lies, where that is not the site; then the site's numbers are 0
 */
public record ModelFile(
        long modelId,
        long versionId,
        long fileId,
        String modelName,
        String versionName,
        String modelType,
        String baseModel,
        String name,
        String type,
        String format,
        BigDecimal sizeKb,
        Optional<Sha256> sha256,
        Map<String, String> hashes,
        List<String> trainedWords,
        Scan scan,
        Optional<Barrier> access,
        Variant variant,
        Optional<HuggingFaceFile> elsewhere) {

    private static final Set<String> WORKFLOW_TYPES = Set.of("workflows", "comfyworkflows");

    /** No file is larger: a petabyte. */
    private static final BigDecimal MOST_BYTES = BigDecimal.valueOf(1L << 50);

    /** A file of the site of which nothing more is known. */
    public ModelFile(
            long modelId,
            long versionId,
            long fileId,
            String modelName,
            String versionName,
            String modelType,
            String baseModel,
            String name,
            String type,
            String format,
            BigDecimal sizeKb,
            Optional<Sha256> sha256,
            Map<String, String> hashes,
            List<String> trainedWords,
            Scan scan,
            Optional<Barrier> access) {
        this(
                modelId,
                versionId,
                fileId,
                modelName,
                versionName,
                modelType,
                baseModel,
                name,
                type,
                format,
                sizeKb,
                sha256,
                hashes,
                trainedWords,
                scan,
                access,
                Variant.UNKNOWN,
                Optional.empty());
    }

    public ModelFile {
        hashes = Map.copyOf(hashes);
        trainedWords = List.copyOf(trainedWords);
    }

    /**
     * One form of a model among several; empty texts where it is not said.
     *
     * @param extent {@code full} or {@code pruned}
     * @param precision such as {@code fp16}
     * @param quantization such as {@code Q8_0}
     */
    public record Variant(String extent, String precision, String quantization) {
        public static final Variant UNKNOWN = new Variant("", "", "");

        /** What is known of it, such as {@code pruned fp16}; empty where nothing is. */
        public String words() {
            return String.join(" ", extent, precision, quantization).strip().replaceAll("\\s+", " ");
        }
    }

    /** Whether it holds workflows, by themselves or in an archive, and no model (§6.1 of what is known of the site). */
    public boolean holdsWorkflows() {
        return WORKFLOW_TYPES.contains(modelType.toLowerCase(Locale.ROOT)) || type.equalsIgnoreCase("Workflow");
    }

    /** Tells it from every other file: its number on the site, or where it lies, since elsewhere there are no numbers. */
    public String place() {
        return fileId > 0
                ? Long.toString(fileId)
                : elsewhere.map(HuggingFaceFile::toString).orElse("0");
    }

    /** The same, as it lies elsewhere. */
    public ModelFile at(HuggingFaceFile place) {
        return new ModelFile(
                modelId,
                versionId,
                fileId,
                modelName,
                versionName,
                modelType,
                baseModel,
                name,
                type,
                format,
                sizeKb,
                sha256,
                hashes,
                trainedWords,
                scan,
                access,
                variant,
                Optional.of(place));
    }

    /** What the site's scanners found. */
    public enum Scan {
        CLEAN,
        /** Pending, failed, or not said. */
        UNKNOWN,
        /** Refused always. */
        DANGEROUS
    }

    /**
     * What stands between the user and the file.
     *
     * @param kind which kind
     * @param message in the site's words or ours
     */
    public record Barrier(Kind kind, String message) {
        public enum Kind {
            EARLY_ACCESS,
            SIGN_IN,
            DOWNLOADS_DISABLED,
            ARCHIVED
        }
    }

    /** Size in bytes, exact but for the site's rounding; 0 where the site states none that a file can have. */
    public long approximateBytes() {
        var bytes = sizeKb.multiply(BigDecimal.valueOf(1024));
        return bytes.signum() < 0 || bytes.compareTo(MOST_BYTES) > 0
                ? 0
                : bytes.setScale(0, java.math.RoundingMode.HALF_UP).longValue();
    }
}
