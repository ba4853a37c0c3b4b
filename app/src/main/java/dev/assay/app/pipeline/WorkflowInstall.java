package dev.assay.app.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.civitai.download.ModelLinks;
import dev.assay.core.finding.Finding;
import dev.assay.core.ingredient.ModelFile;
import dev.assay.core.ingredient.Resolution;
import dev.assay.models.folder.ComfyFolders;
import dev.assay.models.name.SafeName;

/**
 * Puts the workflows of a model of type Workflows where ComfyUI lists them: one by itself, several in a folder of their
 * own. Of an archive only the workflows are taken, by their plain names; nothing that is there is replaced.
 */
final class WorkflowInstall {

    private static final String FOLDER = "user/default/workflows";

    private final WorkflowStore store;
    private final SharedTexts texts;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    WorkflowInstall(WorkflowStore store, SharedTexts texts) {
        this.store = store;
        this.texts = texts;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Where ComfyUI lists workflows. */
    static Path folder(ComfyFolders comfy) {
        return comfy.root().resolve(FOLDER);
    }

    /** Whether a part is workflows, which go elsewhere than models. */
    static boolean isMeant(Part part) {
        return part.directory().isEmpty()
                && file(part).filter(ModelFile::holdsWorkflows).isPresent();
    }

    private static Optional<ModelFile> file(Part part) {
        return part.resolved().resolution() instanceof Resolution.Exact(var file, var _)
                ? Optional.of(file)
                : Optional.empty();
    }

    /** What an installed file would be called: that of an archive is a folder's name, where it holds several. */
    static String name(ModelFile file) {
        return stem(WorkflowStore.name(file).text());
    }

    private static String stem(String name) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The part, where all that it holds is installed already. */
    Part known(Part part, ComfyFolders comfy) {
        return file(part)
                .flatMap(store::find)
                .map(texts::open)
                .filter(opened -> opened.problems().isEmpty() && !opened.texts().isEmpty())
                .filter(opened -> opened.texts().stream().allMatch(text -> isThere(target(part, opened, comfy), text)))
                .map(opened -> part.in(new PartState.OnDisk(target(part, opened, comfy), "")))
                .orElse(part);
    }

    private static boolean isThere(Path folder, SharedTexts.Text text) {
        try {
            var file = folder.resolve(fileName(text));
            return Files.isRegularFile(file)
                    && Arrays.equals(Files.readAllBytes(file), text.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            return false;
        }
    }

    private static Path target(Part part, SharedTexts.Opened opened, ComfyFolders comfy) {
        var folder = folder(comfy);
        return opened.texts().size() == 1
                ? folder
                : folder.resolve(name(file(part).orElseThrow()));
    }

    private static String fileName(SharedTexts.Text text) {
        return stem(SafeName.of(text.name()).text()) + ".json";
    }

    /** Fetches it, and installs what is in it. */
    Part install(Part part, ComfyFolders comfy) {
        var file = file(part).orElseThrow();
        return switch (store.fetch(file)) {
            case WorkflowStore.Result.Failed(var problem) -> failed(part, problem);
            case WorkflowStore.Result.Here(var fetched) -> installed(part, file, texts.open(fetched), comfy);
        };
    }

    private Part installed(Part part, ModelFile file, SharedTexts.Opened opened, ComfyFolders comfy) {
        problems.addAll(opened.problems());
        if (opened.texts().isEmpty()) {
            return failed(
                    part,
                    new Problem(
                            ExitCode.INGREDIENT,
                            "\"" + file.name() + "\"",
                            "It holds no workflow that Assay can read; of archives it opens zip files only.",
                            "Nothing was installed.",
                            "See its page: " + ModelLinks.pageOf(file)));
        }
        var folder = target(part, opened, comfy);
        var before = problems.size();
        opened.texts().forEach(text -> write(folder, text));
        return problems.size() > before
                ? part.in(new PartState.Unavailable("not all of it could be installed"))
                : part.in(new PartState.Fetched(folder, "", file.approximateBytes()));
    }

    private void write(Path folder, SharedTexts.Text text) {
        var name = fileName(text);
        switch (WorkflowFile.writeInto(folder, stem(name), ".json", text.text())) {
            case WorkflowFile.Result.Written(var path) ->
                findings.add(Finding.info("WORKFLOW_INSTALLED", "ComfyUI lists it as " + path + "."));
            case WorkflowFile.Result.AlreadyThere(var path) ->
                findings.add(Finding.info("WORKFLOW_INSTALLED", path + " was there already."));
            case WorkflowFile.Result.NotWritten(var problem) -> problems.add(problem);
        }
    }

    private Part failed(Part part, Problem problem) {
        problems.add(problem);
        return part.in(new PartState.Unavailable(problem.what()));
    }
}
