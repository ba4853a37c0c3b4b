package dev.assay.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.assay.app.ExitCode;
import dev.assay.app.pipeline.DownloadPlan;
import dev.assay.app.pipeline.GetJob;
import dev.assay.app.pipeline.GetReferences;
import dev.assay.app.pipeline.GetReport;
import dev.assay.app.pipeline.GetRequest;
import dev.assay.app.pipeline.PostInstall;
import dev.assay.app.report.JsonGet;
import dev.assay.app.report.Paint;
import dev.assay.app.report.TextGet;
import dev.assay.app.scan.WorkflowTexts;
import dev.assay.app.wiring.Wiring;
import dev.assay.civitai.Site;
import dev.assay.core.reference.SiteHosts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Downloads models. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        description =
                "Say exactly which file each reference is, show where it goes and under what terms, ask, and download"
                        + " what is not there yet, verified, into its ComfyUI folder.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  assay get https://civitai.com/models/257749?modelVersionId=290640",
            "  assay get urn:air:sdxl:lora:civitai:645321@712345 67ab2fd8ec --yes",
            "  assay get 290640 --prefer fp16,pruned --verify",
            "  assay get https://civitai.com/posts/21452546",
            "  assay get https://huggingface.co/comfyanonymous/flux_text_encoders/blob/main/clip_l.safetensors",
        })
final class GetCommand implements Callable<Integer>, StreamCommand {

    private final Streams streams;

    @Parameters(
            paramLabel = "REF",
            arity = "1..*",
            description =
                    "A model: its page with a version, a version's number, an AIR, a hash (SHA-256, BLAKE3, AutoV1 to 3,"
                            + " CRC32), a download address, or a file's address on Hugging Face. Workflows, also those of"
                            + " a post, go into ComfyUI's list of them.")
    private List<String> references;

    @Mixin
    private GetOptions options;

    @Mixin
    private CommonOptions common;

    GetCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        var settings = common.settings(streams.environment());
        try (var progress = new ProgressLine(streams);
                var wiring = new Wiring(
                        settings,
                        options.offline(),
                        progress,
                        common.verbose() ? line -> streams.err().println(RequestLines.text(line)) : _ -> {})) {
            var given = given(wiring);
            var request = options.request(given.models(), wiring.site().key().isPresent());
            var models = GetJob.run(
                    wiring.getServices(options.download().limit()),
                    request,
                    WorkflowTexts::shared,
                    plan -> options.download()
                            .confirmed()
                            .of(DownloadPlan.of(plan))
                            .orElseGet(() -> new DownloadQuestion(streams, common.json(), progress)
                                    .ask(text().plan(plan), plan.missingBytes())));
            var report = withPosts(models, given.posts(), request, wiring);
            progress.clear();
            print(report, request);
            return report.code().number();
        }
    }

    private GetReferences.Understood given(Wiring wiring) {
        var site = wiring.site();
        var hosts = new SiteHosts(site.isReplaced() ? Optional.of(site.origin()) : Optional.empty());
        return switch (GetReferences.of(references, hosts, wiring.hub().map(Site::origin))) {
            case GetReferences.Understood understood -> understood;
            case GetReferences.Refused(var reason, var advice) ->
                throw new StopException(ExitCode.USAGE, reason, advice);
        };
    }

    /** What the images of posts carry is small, and asks for nothing: it is installed unless only a report is wanted. */
    private GetReport withPosts(GetReport models, List<GetReferences.Post> posts, GetRequest request, Wiring wiring) {
        if (posts.isEmpty()) {
            return models;
        }
        var install = new PostInstall(wiring.services(options.download().limit()), request.verifyOnly());
        posts.forEach(one -> install.install(one.given(), one.post()));
        return install.with(models);
    }

    private void print(GetReport report, GetRequest request) {
        streams.out().print(common.json() ? JsonGet.of(report).writePretty() : text().of(report, request));
    }

    private TextGet text() {
        return new TextGet(new Paint(streams.colours()));
    }
}
