package dev.assay.core.metadata.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the EXIF and XMP items of an AVIF or HEIF image, found by way of the tables in its {@code meta} box. */
final class HeifReader {

    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> HEIF = Set.of("mif1", "msf1", "heic", "heix", "hevc", "hevx", "heim", "heis");
    private static final int MAX_ITEMS = 64;

    private final FileBytes file;
    private final Harvest harvest = new Harvest();
    private int width;
    private int height;
    private boolean animated;

    HeifReader(FileBytes file) {
        this.file = file;
    }

    static boolean matches(byte[] start) {
        return Ascii.at(start, 4, "ftyp")
                && start.length >= 12
                && (AVIF.contains(Ascii.four(start, 8)) || HEIF.contains(Ascii.four(start, 8)));
    }

    CarrierFile read() throws IOException {
        var format = FileFormat.HEIF;
        for (var box : Box.between(file, 0, file.size())) {
            switch (box.type()) {
                case "ftyp" -> format = format(box);
                case "meta" -> meta(box);
                case "moov" -> animated = true;
                default -> {
                    // Image data.
                }
            }
        }
        return harvest.image(format, width, height, animated);
    }

    private FileFormat format(Box box) throws IOException {
        var brands = box.content(file, harvest);
        for (int at = 0; at + 4 <= brands.length; at += 4) {
            if (AVIF.contains(Ascii.four(brands, at))) {
                return FileFormat.AVIF;
            }
        }
        return FileFormat.HEIF;
    }

    private void meta(Box meta) throws IOException {
        List<HeifItem> items = List.of();
        var places = new byte[0];
        var data = 0L;
        for (var box : Box.between(file, meta.start() + 4, meta.end())) {
            switch (box.type()) {
                case "iinf" -> items = items(box);
                case "iloc" -> places = box.content(file, harvest);
                case "idat" -> data = box.start();
                case "iprp" -> properties(box);
                default -> {
                    // References between images, and the like.
                }
            }
        }
        var located = HeifPlaces.of(places, data);
        for (var item : items) {
            item(item, located.getOrDefault(item.id(), List.of()));
        }
    }

    /** A list of entries, each a box; only those that may hold text are kept. */
    private List<HeifItem> items(Box box) throws IOException {
        file.moveTo(box.start());
        var head = file.read(6);
        var skipped = head.length > 0 && head[0] == 0 ? 6 : 8;
        List<HeifItem> items = new ArrayList<>();
        for (var entry : Box.between(file, box.start() + skipped, box.end())) {
            if (items.size() < MAX_ITEMS && entry.type().equals("infe")) {
                HeifItem.read(entry.content(file, harvest)).ifPresent(items::add);
            }
        }
        return items;
    }

    private void item(HeifItem item, List<HeifPlaces.Extent> extents) throws IOException {
        var content = new ByteArrayOutputStream();
        for (var extent : extents) {
            if (extent.length() > Harvest.MAX_RAW || content.size() > Harvest.MAX_RAW) {
                harvest.tooLarge("A text of the image was left unread for its size.");
                return;
            }
            file.moveTo(extent.start());
            content.writeBytes(file.read((int) extent.length()));
        }
        item.read(content.toByteArray(), harvest);
    }

    /** Tiles, thumbnails and alpha planes are never larger than the picture. */
    private void properties(Box box) throws IOException {
        for (var container : Box.between(file, box.start(), box.end())) {
            if (container.type().equals("ipco")) {
                for (var property : Box.between(file, container.start(), container.end())) {
                    if (property.type().equals("ispe")) {
                        size(property.content(file, harvest));
                    }
                }
            }
        }
    }

    private void size(byte[] property) {
        if (property.length < 12) {
            return;
        }
        var sides = ByteBuffer.wrap(property);
        var w = sides.getInt(4);
        var h = sides.getInt(8);
        if (w > 0 && h > 0 && (long) w * h > (long) width * height) {
            width = w;
            height = h;
        }
    }
}
