package dev.assay.app.pipeline;

import dev.assay.civitai.image.ImageInquiry;
import dev.assay.civitai.image.MediaFetcher;
import dev.assay.civitai.image.PostListing;

/** Who can be heard about an image. */
public record Witnesses(ImageInquiry inquiry, MediaFetcher media, PostListing posts) {}
