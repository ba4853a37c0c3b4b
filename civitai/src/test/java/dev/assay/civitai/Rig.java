package dev.assay.civitai;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.assay.civitai.ask.Http;
import dev.assay.civitai.ask.HttpAsker;
import dev.assay.civitai.ask.Impatient;
import dev.assay.civitai.ask.RequestLog;
import dev.assay.civitai.image.ImageInquiry;
import dev.assay.civitai.image.Inquiry;
import dev.assay.civitai.journal.Bounds;
import dev.assay.civitai.journal.Journal;
import dev.assay.civitai.journal.OfflineAsker;
import dev.assay.core.evidence.Subject;
import dev.assay.replica.Replica;
import dev.assay.replica.world.World;

/** A replica and everything that asks it. */
public final class Rig implements AutoCloseable {

    public final TestTime time = new TestTime();
    public final Replica replica;
    public final Journal journal;
    public final List<RequestLog.Line> log = new ArrayList<>();
    private final Http http;

    public Rig(World world, Path home) throws IOException {
        replica = Replica.start(world);
        journal = new Journal(home.resolve("journal"), Bounds.DEFAULT);
        http = Impatient.http(time);
    }

    public static Site site(URI origin, Optional<String> key) {
        return switch (Site.at(origin.toString(), key.flatMap(Secret::of))) {
            case Site.Choice.Chosen(var site) -> site;
            case Site.Choice.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    public Site site(Optional<String> key) {
        return site(replica.site(), key);
    }

    public Http http() {
        return http;
    }

    /** A new run, which remembers nothing of the one before. */
    public HttpAsker asker(Optional<String> key) {
        return new HttpAsker(site(key), http, journal, log::add);
    }

    public Inquiry inquire(long id, Optional<String> key) {
        return inquire(new Subject.SiteImage(id, Optional.empty()), key);
    }

    public Inquiry inquire(Subject.SiteImage image, Optional<String> key) {
        return new ImageInquiry(site(key), asker(key), Optional.empty(), journal, time).inquire(image);
    }

    public Inquiry inquireOffline(long id) {
        var site = site(Optional.empty());
        return new ImageInquiry(site, new OfflineAsker(site, journal), Optional.empty(), journal, time)
                .inquire(new Subject.SiteImage(id, Optional.empty()));
    }

    @Override
    public void close() {
        http.close();
        replica.close();
    }
}
