package dev.assay.core.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The colon-separated arguments of a tag, by place and by name: {@code name:te:unet:dyn}, {@code te=}, {@code unet=}
 * (A1111's built-in LoRA extension). Whatever else stands there belongs to other extensions.
 */
record TagArguments(List<String> positional, Map<String, String> named) {

    private static final Set<String> KNOWN = Set.of("te", "unet", "multiplier");

    static TagArguments of(String arguments) {
        List<String> positional = new ArrayList<>();
        Map<String, String> named = new LinkedHashMap<>();
        for (var argument : arguments.split(":", -1)) {
            int equals = argument.indexOf('=');
            // The first is always the name, which may hold an equals sign.
            if (equals > 0 && !positional.isEmpty()) {
                named.put(
                        argument.substring(0, equals).strip(),
                        argument.substring(equals + 1).strip());
            } else {
                positional.add(argument.strip());
            }
        }
        return new TagArguments(List.copyOf(positional), named);
    }

    String name() {
        return positional.getFirst();
    }

    /** The argument of that name, else the one at that place, else an empty text. */
    String value(int place, String name) {
        return named.getOrDefault(name, place < positional.size() ? positional.get(place) : "");
    }

    /** A dynamic rank, block weights, ranges of steps: only extensions follow those. */
    List<String> unsupported() {
        List<String> unsupported = new ArrayList<>();
        positional.stream().skip(3).filter(argument -> !argument.isEmpty()).forEach(unsupported::add);
        named.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                unsupported.add(name + "=" + value);
            }
        });
        return unsupported;
    }
}
