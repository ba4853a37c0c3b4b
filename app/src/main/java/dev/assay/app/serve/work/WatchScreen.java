package dev.assay.app.serve.work;

import java.util.HashSet;
import java.util.Set;

import dev.assay.app.run.RunServices;
import dev.assay.app.serve.job.Watch;
import dev.assay.comfyui.watch.News;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;
import dev.assay.models.progress.Step;

/** Tells the page what goes on with a job of ComfyUI's. */
final class WatchScreen implements RunServices.Screen {

    private final Watch watch;
    private final Set<String> begun = new HashSet<>();
    private Graph graph = Graph.of(Set.of());

    WatchScreen(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void begin(Graph running) {
        graph = running;
    }

    @Override
    public void tell(News news) {
        switch (news) {
            case News.Waiting(var ahead) -> watch.say("Waiting in ComfyUI's queue; " + ahead + " before it.");
            case News.Running() -> watch.say("Running.");
            case News.Cached(var nodes) -> watch.say("Running; " + nodes + " nodes need not run again.");
            case News.Node(var id) -> {
                begun.add(id);
                watch.say("Running " + name(id) + ".");
                watch.report(
                        new Step.Counting("nodes", begun.size(), graph.nodes().size()));
            }
            case News.Step(var id, var value, var max) ->
                watch.report(new Step.Counting("steps of " + name(id), value, max));
            case News.Silence(var why) -> watch.say("ComfyUI does not answer (" + why + "); asking again.");
        }
    }

    private String name(String id) {
        return graph.find(new NodeId(id)).map(Node::type).orElse("node") + " (" + id + ")";
    }

    @Override
    public void say(String sentence) {
        watch.say(sentence);
    }
}
