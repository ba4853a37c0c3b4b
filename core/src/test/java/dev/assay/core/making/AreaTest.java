package dev.assay.core.making;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AreaTest {

    private static final Size PICTURE = new Size(1000, 800);

    @ParameterizedTest
    @CsvSource({
        "100, 300, 100, 100, 32,   68, 268, 164, 164",
        "0, 0, 10, 10, 32,         0, 0, 42, 42",
        "990, 790, 10, 10, 32,     958, 758, 42, 42",
        "5, 5, 990, 790, 100,      0, 0, 1000, 800",
    })
    void growsAsFarAsThePictureGoes(int x, int y, int w, int h, int by, int toX, int toY, int toW, int toH) {
        assertThat(new Area(x, y, w, h).grown(by, PICTURE)).isEqualTo(new Area(toX, toY, toW, toH));
    }

    @ParameterizedTest
    @CsvSource({
        "58, 258, 184, 184, 832, 1216,   58, 216, 184, 268",
        "58, 258, 184, 184, 1216, 832,   16, 258, 268, 184",
        "100, 100, 200, 200, 512, 512,   100, 100, 200, 200",
        // Moved back into the picture at either end.
        "0, 0, 300, 100, 512, 512,       0, 0, 300, 300",
        "0, 700, 300, 100, 512, 512,     0, 500, 300, 300",
        "950, 300, 50, 400, 512, 512,    600, 300, 400, 400",
        // Wider than the picture is high.
        "0, 300, 1000, 100, 512, 512,    0, 0, 1000, 800",
    })
    void takesTheShapeOfWhatItIsEnlargedTo(
            int x, int y, int w, int h, int shapeW, int shapeH, int toX, int toY, int toW, int toH) {
        assertThat(new Area(x, y, w, h).shapedAs(new Size(shapeW, shapeH), PICTURE))
                .isEqualTo(new Area(toX, toY, toW, toH));
    }
}
