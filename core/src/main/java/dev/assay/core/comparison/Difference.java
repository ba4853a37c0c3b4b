package dev.assay.core.comparison;

/**
 * Two pictures of one size, pixel by pixel.
 *
 * @param same how many pixels are exactly the same
 * @param largest the largest difference of a channel, from 0 to 255
 * @param mean the mean difference of a colour channel; transparency does not count
 * @param map where they differ and how much: black where not at all, over blue and red to yellow
 */
public record Difference(long same, int largest, double mean, Pixels map) {

    static Difference of(Pixels a, Pixels b) {
        var map = new int[a.width() * a.height()];
        long same = 0;
        long sum = 0;
        int largest = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                int one = a.at(x, y);
                int other = b.at(x, y);
                int most = 0;
                for (int shift = 0; shift <= 24; shift += 8) {
                    int distance = Math.abs((one >>> shift & 0xff) - (other >>> shift & 0xff));
                    most = Math.max(most, distance);
                    sum += shift < 24 ? distance : 0;
                }
                same += most == 0 ? 1 : 0;
                largest = Math.max(largest, most);
                map[y * a.width() + x] = heat(most);
            }
        }
        return new Difference(same, largest, sum / (3.0 * map.length), Pixels.of(a.width(), a.height(), map));
    }

    /** Small differences are lifted, so that they can be seen: the root of the difference is shown. */
    private static int heat(int difference) {
        var height = Math.sqrt(difference / 255.0);
        int red = (int) Math.round(255 * Math.clamp(height * 2 - 0.4, 0, 1));
        int green = (int) Math.round(255 * Math.clamp(height * 2 - 1, 0, 1));
        int blue = (int) Math.round(255 * Math.clamp(height < 0.35 ? height * 2 : 1.05 - height, 0, 1));
        return difference == 0 ? 0xff000000 : 0xff000000 | red << 16 | green << 8 | blue;
    }
}
