package dev.assay.app.library;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.json.MalformedJsonException;

/**
 * Every name that the workflows in a folder could mean a model by. Taken from all texts in them, whatever node or format
 * they are of: it is better to call a model used that is not than the other way round.
 */
public final class WorkflowNames {

    private static final int LARGEST = 64 << 20;
    private static final int DEEPEST = 8;

    /** What a file's name holds; between two that do not, it is looked for once. */
    private static final String IN_NAME = "[^\\s\"'<>|:*?/\\\\]";

    /** A file's name within a text, and what stands for one in a prompt. */
    private static final Pattern MENTION = Pattern.compile("(?i)(?<!" + IN_NAME + ")" + IN_NAME
            + "+\\.(?:safetensors|sft|ckpt|pt2?|pth|bin|pkl|gguf|onnx)"
            + "|embedding:([^\\s,():\\[\\]]+)|<\\w+:([^:<>]+)");

    private final Set<String> names = new HashSet<>();
    private final List<Path> unreadable = new ArrayList<>();
    private int workflows;

    private WorkflowNames() {}

    /** Reads all workflows below a folder. */
    public static WorkflowNames in(Path folder) throws IOException {
        var found = new WorkflowNames();
        try (var files = Files.walk(folder, DEEPEST)) {
            for (var file : files.filter(WorkflowNames::isWorkflow).sorted().toList()) {
                found.read(file);
            }
        }
        return found;
    }

    private static boolean isWorkflow(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json") && Files.isRegularFile(file);
    }

    /** How many workflows were read. */
    public int workflows() {
        return workflows;
    }

    /** Workflows that could not be read, any of which may name any model. */
    public List<Path> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Whether one of them may mean that file: by its name, with or without folder and extension. */
    public boolean name(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        var dot = name.lastIndexOf('.');
        return names.contains(name) || (dot > 0 && names.contains(name.substring(0, dot)));
    }

    private void read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                unreadable.add(file);
                return;
            }
            collect(Json.parse(new String(bytes, StandardCharsets.UTF_8)));
            workflows++;
        } catch (IOException | MalformedJsonException _) {
            unreadable.add(file);
        }
    }

    private void collect(Json json) {
        switch (json) {
            case Json.Str(var text) -> collect(text);
            case Json.Arr(var items) -> items.forEach(this::collect);
            case Json.Obj(var members) -> members.values().forEach(this::collect);
            case Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
    }

    private void collect(String text) {
        add(text);
        MENTION.matcher(text).results().forEach(mention -> {
            for (int group = 0; group <= mention.groupCount(); group++) {
                if (mention.group(group) != null) {
                    add(mention.group(group));
                }
            }
        });
    }

    private void add(String name) {
        var plain = name.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
        names.add(plain.substring(plain.lastIndexOf('/') + 1));
    }
}
