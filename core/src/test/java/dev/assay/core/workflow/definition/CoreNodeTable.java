package dev.assay.core.workflow.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.assay.core.json.Json;
import dev.assay.core.json.JsonObjectBuilder;
import dev.assay.core.json.MalformedJsonException;

/**
 * Makes our table of core nodes from {@code /object_info} answers of bare servers, oldest first: facts only, without
 * prose and without the files of those servers.
 *
 * <p>To make it anew: run {@link #main} with the table's path and the answers, each as {@code VERSION=FILE}.
 */
public final class CoreNodeTable {

    private static final Set<String> FACTS = Set.of(
            "default",
            "min",
            "max",
            "multiline",
            "dynamicPrompts",
            "control_after_generate",
            "forceInput",
            "socketless",
            "widgetType",
            "multiselect",
            "image_upload",
            "audio_upload",
            "video_upload",
            "file_upload",
            "remote");

    private final Map<String, Json> answers;

    CoreNodeTable(Map<String, Json> answersByVersion) {
        this.answers = new LinkedHashMap<>(answersByVersion);
    }

    /** Arguments: the table to write, then {@code VERSION=FILE} for each answer, oldest first. */
    public static void main(String[] arguments) throws IOException, MalformedJsonException {
        Map<String, Json> answers = new LinkedHashMap<>();
        for (var argument : List.of(arguments).subList(1, arguments.length)) {
            var parts = argument.split("=", 2);
            answers.put(parts[0], Json.parse(Files.readString(Path.of(parts[1]))));
        }
        Files.writeString(Path.of(arguments[0]), new CoreNodeTable(answers).text());
    }

    /** A line for each class of any version, as the newest version that has it tells it. */
    String text() {
        Set<String> types = new TreeSet<>();
        answers.values().forEach(answer -> types.addAll(answer.members().keySet()));
        var text = new StringBuilder();
        for (var type : types) {
            text.append(type).append('\t').append(line(type).write()).append('\n');
        }
        return text.toString();
    }

    private Json line(String type) {
        var having = answers.values().stream()
                .map(answer -> answer.at(type))
                .filter(node -> !node.isNull())
                .toList();
        var newest = having.getLast();
        var line = Json.object()
                .put("input", sections(type, newest))
                .put("output", newest.at("output"))
                .put("output_name", newest.at("output_name"));
        if (newest.at("output_node").bool().orElse(false)) {
            line.put("output_node", true);
        }
        line.putIfPresent("since", since(List.of(type)));
        return line.build();
    }

    /** The first version that has something at this path, unless all have it. */
    private Optional<String> since(List<String> path) {
        List<String> versions = new ArrayList<>();
        answers.forEach((version, answer) -> {
            var at = answer;
            for (var key : path) {
                at = at.at(key);
            }
            if (!at.isNull()) {
                versions.add(version);
            }
        });
        return versions.size() == answers.size()
                ? Optional.empty()
                : versions.stream().findFirst();
    }

    private Json sections(String type, Json node) {
        var sections = Json.object();
        var isNew = since(List.of(type)).isPresent();
        for (var section : List.of("required", "optional")) {
            var inputs = Json.object();
            node.at("input").at(section).members().forEach((name, form) -> {
                var since = isNew ? Optional.<String>empty() : since(List.of(type, "input", section, name));
                inputs.put(name, input(form, since));
            });
            if (!inputs.build().members().isEmpty()) {
                sections.put(section, inputs.build());
            }
        }
        return sections.build();
    }

    private static Json input(Json form, Optional<String> since) {
        var head = form.at(0) instanceof Json.Arr ? Json.of("COMBO") : form.at(0);
        var stated = form.at(1);
        var options = Json.object();
        stated.members().forEach((name, value) -> {
            if (FACTS.contains(name) && !(value instanceof Json.Bool(var flag) && !flag && !name.equals("default"))) {
                options.put(name, value);
            }
        });
        switch (head.text().orElse("")) {
            case "COMBO" ->
                putChoice(form.at(0) instanceof Json.Arr ? form.at(0) : stated.at("options"), stated, options);
            case "COMFY_DYNAMICCOMBO_V3" -> options.put("options", variants(stated.at("options")));
            case "COMFY_AUTOGROW_V3" -> options.put("template", template(stated.at("template")));
            case "COMFY_MATCHTYPE_V3" -> options.put("template", stated.at("template"));
            default -> {}
        }
        options.putIfPresent("since", since);
        var facts = options.build();
        return Json.of(facts.members().isEmpty() ? List.of(head) : List.of(head, facts));
    }

    private static void putChoice(Json values, Json stated, JsonObjectBuilder options) {
        var texts = values.items().stream()
                .flatMap(value -> value.scalar().stream())
                .toList();
        if (!FileChoice.is(texts, stated)) {
            options.put("options", values);
        }
    }

    private static Json variants(Json options) {
        return Json.of(options.items().stream()
                .map(option -> Json.object()
                        .put("key", option.at("key"))
                        .put("inputs", inner(option.at("inputs")))
                        .build())
                .toList());
    }

    private static Json template(Json template) {
        var condensed = Json.object();
        template.members().forEach((name, value) -> condensed.put(name, name.equals("input") ? inner(value) : value));
        return condensed.build();
    }

    private static Json inner(Json sections) {
        var condensed = Json.object();
        sections.members().forEach((section, inputs) -> {
            var forms = Json.object();
            inputs.members().forEach((name, form) -> forms.put(name, input(form, Optional.empty())));
            condensed.put(section, forms.build());
        });
        return condensed.build();
    }
}
