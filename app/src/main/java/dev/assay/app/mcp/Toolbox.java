package dev.assay.app.mcp;

import java.util.List;
import java.util.stream.Stream;

import static dev.assay.app.mcp.Parameter.choice;
import static dev.assay.app.mcp.Parameter.flag;
import static dev.assay.app.mcp.Parameter.input;
import static dev.assay.app.mcp.Parameter.operand;
import static dev.assay.app.mcp.Parameter.operands;
import static dev.assay.app.mcp.Parameter.option;

/** The tools that there are. None takes the site, a key or ComfyUI's folder: those are the user's to choose. */
final class Toolbox {

    private static final Parameter REFERENCE = operand(
            "reference",
            "An image: its page on any Civitai host, its number, its address on the media host, or a file on this"
                    + " computer.");
    private static final Parameter METADATA = input(
            "metadata",
            "--metadata=-",
            "The user's own metadata of the image (infotext or JSON), where those of the site are hidden or disputed.");
    private static final Parameter STRICT =
            flag("strict", "--strict", "Whatever would be assumed or approximated is an error (exit code 12).");
    private static final Parameter OFFLINE =
            flag("offline", "--offline", "Answer from the journal of proven answers only; ask nobody.");

    private static final Parameter CONFIRM =
            option("confirm", "--confirm", "Digest of the plan that the user agreed to: plan.digest.");
    private static final Parameter PREFER = option(
            "prefer", "--prefer", "Of several files of one version the one that fits best, such as fp16,pruned.");
    private static final Parameter FILE = option(
            "file",
            "--file",
            "Of several files of one version that very one, by its fileId in \"choices\"; several with commas between"
                    + " them. Hand the same to make_image as to show_image.");
    private static final Parameter TERMS = flag(
            "terms",
            "--terms",
            "Ask as well under what terms each model is given: licence, price, sign-in. Up to three more questions a model.");
    private static final List<Parameter> WANTED = List.of(
            operands(
                    "references",
                    "Models: a page with a version, a version's number, an AIR, a hash, a download address, or a file's"
                            + " address on Hugging Face. Workflows, also those of a post, go into ComfyUI's list of them."),
            PREFER,
            option("folder", "--folder", "ComfyUI's folder of models, such as loras; else by what the file is."));

    static final List<Tool> TOOLS = List.of(
            new Tool(
                    "show_image",
                    "Prove and show an image",
                    "Tells what a Civitai image is made of, proven to be about that image: settings with their sources,"
                            + " models with their state on this computer, findings. Downloads and writes nothing. The"
                            + " member \"plan\" says what make_image would download; its digest is what the user has"
                            + " to agree to.",
                    List.of("show"),
                    Tool.Effect.ASKS,
                    List.of(REFERENCE, PREFER, FILE, TERMS, METADATA, STRICT, OFFLINE)),
            new Tool(
                    "make_image",
                    "Get an image's models and write its workflow",
                    "Downloads the models that are missing, verified, and writes a ComfyUI workflow into ComfyUI's own"
                            + " list, or to \"output\". Where something must be downloaded, nothing is done without"
                            + " \"confirm\": show the plan (show_image) to the user first, with its size, and hand on"
                            + " its digest only if they agree. With a plan that has changed since, nothing is done"
                            + " either (exit code 11). Never replaces a file. May be called again after an"
                            + " interruption: it goes on where it was.",
                    List.of("make"),
                    Tool.Effect.FETCHES,
                    List.of(
                            REFERENCE,
                            CONFIRM,
                            flag(
                                    "no_download",
                                    "--no-download",
                                    "Download nothing; write the workflow all the same, and name what is missing."),
                            option("output", "-o", "File for the workflow; must not be there yet."),
                            choice(
                                    "format",
                                    "--format",
                                    "Form of the workflow; ui where nothing is said.",
                                    "ui",
                                    "api"),
                            PREFER,
                            FILE,
                            TERMS,
                            METADATA,
                            STRICT,
                            OFFLINE)),
            new Tool(
                    "plan_models",
                    "Say what downloading models would do",
                    "Tells exactly which file each reference is, where it would go, under what terms it is given, and what"
                            + " stands in the way. Downloads nothing. \"plan\" says what get_models would download; its"
                            + " digest is what the user has to agree to.",
                    List.of("get", "--verify"),
                    Tool.Effect.ASKS,
                    WANTED),
            new Tool(
                    "get_models",
                    "Get models",
                    "Downloads models, verified, into ComfyUI's folders. Nothing is downloaded without \"confirm\": show"
                            + " the plan (plan_models, with the same arguments) to the user first, and hand on its digest"
                            + " only if they agree. Never replaces a file. May be called again after an interruption.",
                    List.of("get"),
                    Tool.Effect.FETCHES,
                    Stream.concat(WANTED.stream(), Stream.of(CONFIRM)).toList()),
            new Tool(
                    "scan_workflows",
                    "Tell what workflows need",
                    "Tells which models and nodes workflows need, which are missing, and where they can be had. Changes"
                            + " nothing.",
                    List.of("scan"),
                    Tool.Effect.KEEPS,
                    List.of(
                            operands(
                                    "paths",
                                    "Workflows, images and films that carry one, zip files of them; a folder stands for"
                                            + " all in it. Or addresses: of an image, a post, a model of type Workflows."),
                            flag("only_models", "--only-models", "Look for models only."),
                            flag("only_nodes", "--only-nodes", "Look for packs of nodes only."),
                            OFFLINE)),
            new Tool(
                    "fix_workflows",
                    "Get what workflows lack",
                    "Fetches models that workflows lack and that are identified, verified, and changes names of models in"
                            + " copies of the workflows; \"fix\" says what. Nothing is done without \"confirm\": call it"
                            + " without first (it ends with 11), show fix.plan to the user, and hand on fix.plan.digest only"
                            + " if they agree. Never replaces a file. May be called again after an interruption.",
                    List.of("scan", "--fix"),
                    Tool.Effect.FETCHES,
                    List.of(
                            operands(
                                    "paths",
                                    "Workflows, images and films that carry one, zip files of them; a folder stands for"
                                            + " all in it."),
                            option(
                                    "confirm",
                                    "--confirm",
                                    "Digest of the plan that the user agreed to: fix.plan.digest."))),
            new Tool(
                    "read_files",
                    "Read what files say of how they were made",
                    "Tells what images, films, workflows, models and texts on this computer say of how they were made:"
                            + " recipe with sources, and what was not understood. Offline.",
                    List.of("read"),
                    Tool.Effect.LOOKS,
                    List.of(
                            operands("files", "Files of any kind; a folder stands for all that is in it."),
                            flag("raw", "--raw", "Also the texts as they are in the files."))),
            new Tool(
                    "library_list",
                    "List the models on this computer",
                    "Lists the models that were scanned, by content: kind, family, hashes, damage, duplicates. Reads"
                            + " no model; what is new since the last scan is not in it.",
                    List.of("library", "list"),
                    Tool.Effect.LOOKS,
                    List.of(
                            option("kind", "--kind", "Only that kind or folder: checkpoint, lora, vae, text_encoders…"),
                            option("base", "--base", "Only models made for that base model: sdxl, flux, pony…"),
                            flag("unused", "--unused", "Only models that no workflow in ComfyUI's own folder names."),
                            flag("duplicates", "--duplicates", "Only contents that are there more than once."),
                            flag("broken", "--broken", "Only files that cannot be what their names say."))),
            new Tool(
                    "library_which",
                    "Find a model by hash",
                    "Which file of the library has a hash (SHA-256, AutoV1 to 3, CRC32, or the head of one), or the"
                            + " content of a file. Exit code 7 where none has.",
                    List.of("library", "which"),
                    Tool.Effect.LOOKS,
                    List.of(operand("hash_or_file", "A hash, whole or its beginning, or a file."))),
            new Tool(
                    "compare_images",
                    "Compare a result with its original",
                    "How alike two pictures are, and what could explain the difference.",
                    List.of("compare"),
                    Tool.Effect.WRITES,
                    List.of(
                            operand("original", "The picture that was to be made again."),
                            operand("result", "The picture that was made."),
                            option(
                                    "output",
                                    "-o",
                                    "Write both, and where they differ, there as PNG; must not be there yet."))),
            new Tool(
                    "convert_workflow",
                    "Convert a ComfyUI workflow",
                    "Writes a workflow in the other form (UI or API), the graph unchanged; without \"output\" it is in"
                            + " the result.",
                    List.of("convert"),
                    Tool.Effect.WRITES,
                    List.of(
                            operand("workflow", "A workflow, or an image or film with one in it."),
                            choice("to", "--to", "The form that is wanted.", "api", "ui")
                                    .mandatory(),
                            option("output", "-o", "File for the workflow; must not be there yet."))));

    private Toolbox() {}
}
