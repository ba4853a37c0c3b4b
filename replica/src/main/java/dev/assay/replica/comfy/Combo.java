package dev.assay.replica.comfy;

import java.util.List;

import dev.assay.core.json.Json;

/** An input with a list of values, in the two forms that servers write it in. */
final class Combo {

    private Combo() {}

    static boolean is(Json form) {
        return form.at(0) instanceof Json.Arr
                || form.at(0).text().filter("COMBO"::equals).isPresent();
    }

    static List<Json> options(Json form) {
        return form.at(0) instanceof Json.Arr(var items)
                ? items
                : form.at(1).at("options").items();
    }
}
