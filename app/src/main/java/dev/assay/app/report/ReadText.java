package dev.assay.app.report;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.app.pipeline.Clues;
import dev.assay.app.pipeline.Problem;
import dev.assay.app.read.FileResult;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.Ingredient;
import dev.assay.core.metadata.EmbeddedGraph;
import dev.assay.core.metadata.Parameter;
import dev.assay.core.metadata.TextEntry;
import dev.assay.core.metadata.draft.Redaction;
import dev.assay.core.metadata.file.MetadataFile;
import dev.assay.core.recipe.Recipe;
import dev.assay.core.recipe.infotext.InfotextWriter;
import dev.assay.core.source.Source;
import dev.assay.core.source.Sourced;

/** What a file says, for people. Everything in it that comes from outside is made harmless first, and secrets taken out. */
public final class ReadText {

    private static final int VALUE_LENGTH = 200;
    private static final int UNREAD_LENGTH = 100;
    private static final int LABEL_WIDTH = 22;

    private final Paint paint;
    private final boolean raw;
    private final StringBuilder out = new StringBuilder();

    /**
     * @param raw whether the texts follow as they are
     */
    public ReadText(Paint paint, boolean raw) {
        this.paint = paint;
        this.raw = raw;
    }

    /** The report on one file. */
    public String of(FileResult result) {
        switch (result) {
            case FileResult.Unread(var name, var _) -> line(paint.bold(SafeText.line(name)));
            case FileResult.Read read -> read(read);
        }
        result.problem().ifPresent(this::problem);
        line("");
        return out.toString();
    }

    /** The recipe as infotext, and nothing else; a heading where there are several files. */
    public static String infotext(FileResult.Read read, boolean isOneOfMany) {
        var text = InfotextWriter.write(read.recipe()).map(ReadText::harmless).orElse("");
        return (isOneOfMany ? "==> " + SafeText.line(read.name()) + " <==\n" : "")
                + (text.isEmpty() ? "" : text + "\n")
                + (isOneOfMany ? "\n" : "");
    }

    private void read(FileResult.Read read) {
        line(paint.bold(SafeText.line(read.name())) + "  " + paint.dim(kind(read.file())));
        recipe(read.recipe());
        Stream.concat(read.file().findings().stream(), read.recipe().findings().stream())
                .forEach(this::finding);
        read.file().unread().forEach(this::unread);
        if (raw) {
            read.file().texts().forEach(this::text);
        }
    }

    private static String kind(MetadataFile.Read file) {
        return file.format().words()
                + file.picture()
                        .map(picture -> ", " + picture.width() + "x" + picture.height()
                                + (picture.animated() ? ", animated" : ""))
                        .orElse("");
    }

    private void recipe(Recipe recipe) {
        recipe.values().forEach(this::value);
        recipe.graph()
                .ifPresent(graph -> line("  " + pad("Own graph") + halves(graph.value()) + place(graph.source())));
        recipe.ingredients().forEach(this::ingredient);
        recipe.extras()
                .forEach((key, value) -> line("  "
                        + paint.dim(pad(SafeText.brief(key, LABEL_WIDTH - 2))
                                + SafeText.brief(Redaction.of(value.value()), VALUE_LENGTH))));
    }

    private static String halves(EmbeddedGraph graph) {
        return graph.prompt().isPresent()
                ? graph.workflow().isPresent() ? "as run, and as drawn" : "as run"
                : "as drawn";
    }

    private void value(Parameter parameter, Sourced<String> value) {
        line("  " + pad(parameter.label()) + SafeText.brief(Redaction.of(value.value()), VALUE_LENGTH)
                + place(value.source()));
    }

    private String place(Source source) {
        return source.detail().isEmpty() ? "" : "  " + paint.dim("(" + SafeText.line(source.detail()) + ")");
    }

    private void ingredient(Ingredient ingredient) {
        var weight = ingredient
                .strength()
                .map(strength -> " x" + strength.toPlainString())
                .orElse("");
        var clues =
                String.join(", ", ingredient.clues().stream().map(Clues::words).toList());
        line("  " + pad(ingredient.role().words()) + SafeText.brief(ingredient.name(), VALUE_LENGTH) + weight + "  "
                + paint.dim(SafeText.brief(clues, VALUE_LENGTH)));
    }

    private void finding(Finding finding) {
        var mark = switch (finding.severity()) {
            case INFO -> paint.dim("info   ");
            case WARNING -> paint.yellow("warning");
            case ERROR -> paint.red("error  ");
        };
        line("  " + mark + " " + finding.code() + "  " + SafeText.line(Redaction.of(finding.message())));
    }

    private void unread(TextEntry entry) {
        line("  " + paint.yellow("not understood") + "  " + place(entry) + ": "
                + SafeText.brief(Redaction.of(entry.text()), UNREAD_LENGTH));
    }

    private void text(TextEntry entry) {
        line("  " + paint.bold(place(entry)));
        line(harmless(entry.text()));
    }

    private static String place(TextEntry entry) {
        var repeated = entry.carrier().endsWith(entry.key());
        return SafeText.line(repeated ? entry.carrier() : entry.carrier() + " " + entry.key());
    }

    private static String harmless(String text) {
        return SafeText.block(Redaction.of(text));
    }

    private void problem(Problem problem) {
        line("  " + paint.red("! ") + SafeText.line(Redaction.of(problem.what())));
        for (var text : List.of(problem.meaning(), problem.next())) {
            if (!text.isEmpty()) {
                line("    " + SafeText.line(text));
            }
        }
    }

    private static String pad(String label) {
        return label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
