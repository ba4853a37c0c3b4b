package dev.assay.core.making.own;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Input;
import dev.assay.core.workflow.Node;

/** Pictures, films and sounds that a graph starts from: they are in no metadata. */
final class InputFiles {

    private static final Pattern LOADER = Pattern.compile("(?i)load.{0,40}(image|mask|picture|video|audio|latent)");

    /** The engine lets a name be followed by the folder it is in: {@code cat.png [input]}. */
    private static final Pattern FILE = Pattern.compile(
            "(?i).{1,200}\\.(png|jpe?g|webp|gif|bmp|avif|mp4|webm|mov|mkv|wav|mp3|flac|ogg|latent)( \\[\\w+])?");

    private InputFiles() {}

    /** One finding for each file. */
    static List<Finding> missing(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> LOADER.matcher(node.type()).find())
                .flatMap(InputFiles::names)
                .distinct()
                .map(InputFiles::missing)
                .toList();
    }

    private static Stream<String> names(Node node) {
        return node.inputs().values().stream()
                .filter(Input.Literal.class::isInstance)
                .map(Input.Literal.class::cast)
                .flatMap(literal -> literal.value().text().stream())
                .filter(text -> FILE.matcher(text).matches());
    }

    private static Finding missing(String name) {
        return Finding.error(
                        "IMG2IMG_SOURCE",
                        Effect.LEAVES_OUT,
                        "The graph starts from \"" + name + "\", which is not in the image's metadata.")
                .advise("Put the file into ComfyUI's input folder before you run the workflow.");
    }
}
