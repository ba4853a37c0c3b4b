package dev.assay.civitai.ask;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import dev.assay.core.json.Json;
import dev.assay.core.reference.Ids;

/** Which number a question asks for, and which one an answer is about; only to be shown side by side. */
final class Subjects {

    private static final List<String> PARAMETERS = List.of("imageId", "postId", "modelVersionId", "modelId");
    private static final Pattern ID_IN_INPUT = Pattern.compile("\"id\":(\\d{1,10})\\b");

    private Subjects() {}

    static OptionalLong asked(Question question) {
        for (var parameter : question.parameters()) {
            if (PARAMETERS.contains(parameter.name())) {
                return Ids.parse(parameter.value());
            }
            var input = ID_IN_INPUT.matcher(parameter.value());
            if (parameter.name().equals("input") && input.find()) {
                return Ids.parse(input.group(1));
            }
        }
        var path = question.path();
        return Ids.parse(path.substring(path.lastIndexOf('/') + 1));
    }

    static OptionalLong received(Json body) {
        return List.of(
                        body.at("items").at(0).at("id"),
                        body.at("id"),
                        body.at("result").at("data").at("json").at("id"))
                .stream()
                .map(Json::integer)
                .flatMap(Optional::stream)
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
