package dev.assay.app.serve.api;

import java.util.List;
import java.util.stream.Stream;

import dev.assay.app.serve.http.Route;
import dev.assay.app.serve.http.Session;
import dev.assay.app.serve.job.Jobs;
import dev.assay.app.serve.work.Tools;

/** The page's whole interface. */
public final class PageApi {

    private PageApi() {}

    /** All routes, in the order in which they are described. */
    public static List<Route> routes(Session session, Tools tools, Jobs jobs) {
        var routes = Stream.of(
                        new SessionApi(session, tools).routes(),
                        new JobsApi(jobs).routes(),
                        new PreviewsApi(tools, jobs).routes(),
                        new FilesApi(tools).routes(),
                        new AnswersApi(tools).routes(),
                        new WorkflowApi(tools, jobs).routes(),
                        new LibraryApi(tools).routes())
                .flatMap(List::stream)
                .toList();
        return Stream.concat(routes.stream(), Stream.of(OpenApi.route(routes))).toList();
    }
}
