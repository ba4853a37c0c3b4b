package dev.assay.civitai.image;

import java.util.List;

import dev.assay.civitai.ask.Answer;

/** Whether the site shows the image to this caller. It says nothing of whether the answers prove anything. */
public sealed interface Visibility {

    /** It is listed, or its own row answered. */
    record Visible() implements Visibility {}

    /** Its own row answered, but no list shows it: filtered out, by whatever rule. */
    record VisibleByLinkOnly() implements Visibility {}

    /** Its author hid the metadata; they were left out wherever they came through all the same. */
    record MetaHidden() implements Visibility {}

    /** The site stores no metadata of it. */
    record MetaNone() implements Visibility {}

    /** No list shows it, and nothing tells why; the message names the reasons tried and whether a key may help. */
    record NotVisible(String message) implements Visibility {}

    /** Deleted, or never there: its own rows say so; the two cannot be told apart. */
    record Gone() implements Visibility {}

    /** It exists, but is not published to this caller; nothing that the site said of it is used. */
    record Restricted(String message) implements Visibility {}

    /** The site answered about other images only. */
    record OnlyOthers(long asked, List<Long> received) implements Visibility {
        public OnlyOthers {
            received = List.copyOf(received);
        }
    }

    /** Nothing was visible, and the key is none that the site knows. */
    record KeyInvalid() implements Visibility {}

    /** The site serves nothing to this region (quirk 57). */
    record RegionBlocked(String message) implements Visibility {}

    /** The site could not be heard. */
    record Failed(Answer.Kind kind, String message) implements Visibility {}
}
