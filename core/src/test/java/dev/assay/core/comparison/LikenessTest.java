package dev.assay.core.comparison;

import java.util.Random;
import java.util.function.IntBinaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LikenessTest {

    private static Pixels picture(int width, int height, IntBinaryOperator light) {
        var argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                argb[y * width + x] = 0xff000000 | 0x010101 * Math.clamp(light.applyAsInt(x, y), 0, 255);
            }
        }
        return Pixels.of(width, height, argb);
    }

    /** Waves of every length, as a photograph has them; the shift moves them. */
    private static Pixels waves(int width, int height, double shift) {
        return picture(width, height, (x, y) -> {
            double light = 128;
            for (int wave = 1; wave <= 8; wave++) {
                light += 40.0 / wave * Math.sin((wave * 2.1) * x / width * 3 + wave * wave + shift);
                light += 40.0 / wave * Math.cos((wave * 1.7) * y / height * 3 + wave * wave - shift);
                light += 30.0 / wave * Math.sin((wave * 1.3) * (x * 1.0 / width + y * 1.0 / height) * 4 + wave);
            }
            return (int) light;
        });
    }

    private static Pixels noisy(Pixels picture, int amount) {
        var random = new Random(1);
        return picture(
                picture.width(),
                picture.height(),
                (x, y) -> (picture.at(x, y) & 0xff) + random.nextInt(2 * amount + 1) - amount);
    }

    @Test
    void aPictureIsItself() {
        var likeness = Likeness.of(waves(64, 48, 0), waves(64, 48, 0));
        assertThat(likeness.identical()).isTrue();
        assertThat(likeness.verdict()).isEqualTo(Likeness.Verdict.IDENTICAL);
        assertThat(likeness.ssim()).isCloseTo(1, within(1e-9));
        assertThat(likeness.distance()).isZero();
        assertThat(likeness.difference().same()).isEqualTo(64 * 48);
    }

    @Test
    void countsThePixelsThatDiffer() {
        var one = waves(64, 48, 0);
        var argb = one.toArray();
        argb[100] ^= 0xff;
        argb[200] ^= 0x0f00;
        var difference = Likeness.of(one, Pixels.of(64, 48, argb)).difference();
        assertThat(difference.same()).isEqualTo(64 * 48 - 2);
        assertThat(difference.map().at(100, 0)).isNotEqualTo(0xff000000);
        assertThat(difference.map().at(101 % 64, 101 / 64)).isEqualTo(0xff000000);
    }

    @Test
    void calculatesTheSimilarityOfThePaper() {
        var one = waves(40, 30, 0);
        var other = noisy(waves(40, 30, 0.4), 30);
        assertThat(Ssim.of(one, other)).isCloseTo(naive(one, other), within(1e-9));
        assertThat(Ssim.of(one, other)).isEqualTo(Ssim.of(other, one), within(1e-12));
    }

    /** The formula as it stands in the paper, window by window. */
    private static double naive(Pixels a, Pixels b) {
        double sum = 0;
        int count = 0;
        for (int top = 0; top + 11 <= a.height(); top++) {
            for (int left = 0; left + 11 <= a.width(); left++) {
                sum += window(a, b, left, top);
                count++;
            }
        }
        return sum / count;
    }

    private static double window(Pixels a, Pixels b, int left, int top) {
        double total = 0;
        double meanA = 0;
        double meanB = 0;
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 11; x++) {
                total += weight(x, y);
                meanA += weight(x, y) * a.luma(left + x, top + y);
                meanB += weight(x, y) * b.luma(left + x, top + y);
            }
        }
        meanA /= total;
        meanB /= total;
        double varianceA = 0;
        double varianceB = 0;
        double covariance = 0;
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 11; x++) {
                var offA = a.luma(left + x, top + y) - meanA;
                var offB = b.luma(left + x, top + y) - meanB;
                varianceA += weight(x, y) * offA * offA / total;
                varianceB += weight(x, y) * offB * offB / total;
                covariance += weight(x, y) * offA * offB / total;
            }
        }
        var c1 = 6.5025;
        var c2 = 58.5225;
        return (2 * meanA * meanB + c1)
                * (2 * covariance + c2)
                / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
    }

    private static double weight(int x, int y) {
        return Math.exp(-((x - 5) * (x - 5) + (y - 5) * (y - 5)) / 4.5);
    }

    @Test
    void seesTheSamePictureThroughNoiseAndSize() {
        var one = waves(320, 240, 0);
        assertThat(Likeness.of(one, noisy(one, 2)).verdict()).isEqualTo(Likeness.Verdict.SAME);
        var larger = Likeness.of(one, waves(640, 480, 0));
        assertThat(larger.sameSize()).isFalse();
        assertThat(larger.identical()).isFalse();
        assertThat(larger.verdict()).isEqualTo(Likeness.Verdict.SAME);
    }

    @Test
    void seesAnotherPicture() {
        var random = new Random(7);
        var one = picture(128, 128, (_, _) -> random.nextInt(256));
        var other = picture(128, 128, (_, _) -> random.nextInt(256));
        var likeness = Likeness.of(one, other);
        assertThat(likeness.verdict()).isIn(Likeness.Verdict.RELATED, Likeness.Verdict.DIFFERENT);
        assertThat(likeness.ssim()).isLessThan(0.2);
    }

    @Test
    void takesPicturesOfEverySize() {
        for (int size : new int[] {1, 2, 5, 10, 11, 12}) {
            var likeness = Likeness.of(waves(size, 1, 0), waves(1, size, 0));
            assertThat(likeness.ssim()).isBetween(-1.0, 1.0 + 1e-9);
            assertThat(Likeness.of(waves(size, size, 0), waves(size, size, 0)).identical())
                    .isTrue();
        }
    }

    @Test
    void putsThemSideBySideWithinBounds() {
        var panels = SideBySide.of(waves(300, 200, 0), waves(150, 100, 0), waves(300, 200, 1), 100);
        assertThat(panels.width()).isEqualTo(3 * 100 + 2 * 8);
        assertThat(panels.height()).isEqualTo(67);
    }
}
