package dev.assay.civitai.model;

import java.util.ArrayList;
import java.util.List;

import dev.assay.core.ingredient.Resolution;

/** Puts together results that turned out to be the same file in the same part. */
final class SameFiles {

    private final List<Result> results;

    SameFiles(List<Result> results) {
        this.results = results;
    }

    List<Result> merged() {
        List<Result> merged = new ArrayList<>();
        for (var result : results) {
            var twin = merged.stream().filter(earlier -> same(earlier, result)).findFirst();
            if (twin.isPresent()) {
                merged.set(merged.indexOf(twin.get()), together(twin.get(), result));
            } else {
                merged.add(result);
            }
        }
        merged.removeIf(result -> isLinkOf(result, merged));
        return List.copyOf(merged);
    }

    private static boolean same(Result one, Result other) {
        return one.identified().resolution() instanceof Resolution.Exact(var file, var _)
                && other.identified().resolution() instanceof Resolution.Exact(var twin, var _)
                && Contents.same(file, twin)
                && Roles.agree(one.role(), other.role());
    }

    /** The same bytes may be in several versions: the one that the metadata name is told. */
    private static Result together(Result one, Result other) {
        return !isNamed(one) && isNamed(other) ? other.with(one) : one.with(other);
    }

    private static boolean isNamed(Result result) {
        return result.identified().resolution() instanceof Resolution.Exact(var file, var _)
                && result.mention().clues().versions().contains(file.versionId());
    }

    /** A link to a version that something of the image turned out to be says nothing more. */
    private static boolean isLinkOf(Result result, List<Result> all) {
        return result.mention().clues().onlyLinked()
                && all.stream()
                        .anyMatch(other -> other.identified().resolution() instanceof Resolution.Exact(var file, var _)
                                && result.mention().clues().possibleVersions().contains(file.versionId()));
    }
}
