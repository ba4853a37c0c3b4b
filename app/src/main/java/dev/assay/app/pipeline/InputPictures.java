package dev.assay.app.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.app.ExitCode;
import dev.assay.core.finding.Effect;
import dev.assay.core.finding.Finding;
import dev.assay.core.making.Pictures;
import dev.assay.core.making.Pictures.InputPicture;

/** The user's pictures on their way into ComfyUI's input folder: looked at first, put there when a workflow is written. */
final class InputPictures {

    private final GivenPictures given;
    private final Optional<InputFolder> folder;
    private final Map<Path, PictureFile.Read> read = new HashMap<>();
    private final Map<Path, String> names = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Optional<Pictures.Reach> reach;

    /**
     * Looks at them.
     *
     * @param directory what relative paths of the user start from
     * @param comfy the root of ComfyUI, where it is known
     */
    InputPictures(GivenPictures given, Path directory, Optional<Path> comfy) {
        this.given = given;
        this.folder = comfy.map(InputFolder::new);
        all().forEach(path -> look(path, directory.resolve(path)));
        this.reach = given.mask()
                .flatMap(path -> Optional.ofNullable(read.get(path)))
                .flatMap(MaskReach::of);
    }

    private List<Path> all() {
        var all = new ArrayList<>(given.sources());
        given.mask().ifPresent(all::add);
        all.addAll(given.controls());
        return all.stream().distinct().toList();
    }

    private void look(Path path, Path file) {
        switch (PictureFile.read(file)) {
            case PictureFile.Read picture -> {
                read.put(path, picture);
                names.put(path, folder.map(input -> input.planned(picture)).orElse(picture.plainName()));
            }
            case PictureFile.Refused(var code, var why) ->
                problems.add(new Problem(
                        code,
                        "picture \"" + path + "\"",
                        why,
                        "The workflow would begin with it.",
                        "Give a PNG, JPEG or WebP file."));
        }
    }

    /** What keeps any of them from being used. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** As a graph takes them. */
    Pictures pictures() {
        return new Pictures(
                listed(given.sources()), given.mask().flatMap(this::listed), reach, listed(given.controls()));
    }

    private List<InputPicture> listed(List<Path> paths) {
        return paths.stream().flatMap(path -> listed(path).stream()).toList();
    }

    private Optional<InputPicture> listed(Path path) {
        return Optional.ofNullable(read.get(path))
                .map(file -> new InputPicture(
                        names.getOrDefault(path, file.plainName()),
                        String.valueOf(path.getFileName()),
                        file.width(),
                        file.height(),
                        file.transparent()));
    }

    /** Puts those that a graph names where ComfyUI finds them. What the user has there is never replaced. */
    Optional<Problem> place(List<String> named) {
        for (var entry : read.entrySet()) {
            if (folder.isPresent() && named.contains(names.get(entry.getKey()))) {
                switch (folder.get().place(entry.getValue())) {
                    case InputFolder.Placed.There(var name) -> names.put(entry.getKey(), name);
                    case InputFolder.Placed.Failed(var why) -> {
                        return Optional.of(new Problem(
                                ExitCode.THIS_COMPUTER,
                                "picture \"" + entry.getKey() + "\"",
                                "It cannot be put into ComfyUI's input folder: " + why + ".",
                                "No workflow was written.",
                                "Check the folder's permissions and the free space."));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What of them a graph does not use, and where to put the others if no folder of ComfyUI's is known. */
    List<Finding> findings(List<String> named) {
        var findings = new ArrayList<Finding>();
        read.forEach((path, _) -> {
            var name = names.getOrDefault(path, "");
            if (!named.contains(name)) {
                findings.add(Finding.warning(
                        "PICTURE_UNUSED",
                        Effect.DOUBT,
                        "The picture \"" + path + "\" is given, and the workflow has no place for it."));
            } else if (folder.isEmpty()) {
                findings.add(Finding.info(
                                "PICTURE_NOT_PLACED",
                                "No folder of ComfyUI is known; the workflow takes the picture \"" + path
                                        + "\" from its input folder as \"" + name + "\".")
                        .advise("Put it there under that name, or name the folder with --comfy DIR."));
            }
        });
        return findings;
    }
}
