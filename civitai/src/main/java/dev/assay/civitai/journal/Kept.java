package dev.assay.civitai.journal;

/** An answer in the journal together with its body. */
public record Kept(Entry entry, String body) {}
