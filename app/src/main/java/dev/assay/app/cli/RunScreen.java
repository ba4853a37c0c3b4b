package dev.assay.app.cli;

import java.util.HashSet;
import java.util.Set;

import dev.assay.app.report.SafeText;
import dev.assay.app.run.RunServices;
import dev.assay.comfyui.watch.News;
import dev.assay.core.workflow.Graph;
import dev.assay.core.workflow.Node;
import dev.assay.core.workflow.NodeId;

/** Shows on the line of progress what goes on with a job. */
final class RunScreen implements RunServices.Screen {

    private final Streams streams;
    private final ProgressLine progress;
    private final Set<String> begun = new HashSet<>();
    private Graph graph = Graph.of(Set.of());

    RunScreen(Streams streams, ProgressLine progress) {
        this.streams = streams;
        this.progress = progress;
    }

    @Override
    public void begin(Graph running) {
        graph = running;
    }

    @Override
    public void tell(News news) {
        switch (news) {
            case News.Waiting(var ahead) ->
                progress.tell("job", "waiting; " + ahead + (ahead == 1 ? " job" : " jobs") + " before it");
            case News.Running() -> progress.tell("job", "running");
            case News.Cached(var nodes) -> progress.tell("job", "running; " + nodes + " nodes need not run again");
            case News.Node(var id) -> {
                begun.add(id);
                progress.tell("job", "running " + name(id) + ", " + count());
            }
            case News.Step(var id, var value, var max) ->
                progress.tell("job", "running " + name(id) + ", step " + value + " of " + max + ", " + count());
            case News.Silence(var why) ->
                progress.tell("silence", "the server does not answer (" + why + "); asking again");
        }
    }

    private String count() {
        return "node " + Math.max(1, begun.size()) + " of " + graph.nodes().size();
    }

    private String name(String id) {
        var type = graph.find(new NodeId(id)).map(Node::type).orElse("node");
        return SafeText.brief(type, 40) + " (" + SafeText.brief(id, 20) + ")";
    }

    @Override
    public void say(String sentence) {
        progress.clear();
        streams.err().println("assay: " + SafeText.line(sentence));
    }
}
