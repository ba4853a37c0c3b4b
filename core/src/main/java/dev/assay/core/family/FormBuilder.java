package dev.assay.core.family;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.assay.core.json.Json;

/** Puts a {@link Form} together; what is not said is a picture, sampled plainly, with a negative prompt. */
final class FormBuilder {

    private final List<Range> whole = new ArrayList<>();
    private Contents usual;
    private Optional<Encoders> encoders = Optional.empty();
    private Optional<Standard> vae = Optional.empty();
    private Optional<Shift> shift = Optional.empty();
    private Optional<BigDecimal> guidance = Optional.empty();
    private Negative negative = Negative.ENCODED;
    private Course course = Course.PLAIN;
    private List<Standard> experts = List.of();
    private Medium medium = new Medium.Picture();
    private Optional<Form> whenWhole = Optional.empty();
    private boolean tellsFrameRate;
    private String preamble = "";
    private Opening opening = Opening.NOISE;
    private Optional<Standard> sight = Optional.empty();
    private final List<Form.Patch> patches = new ArrayList<>();

    FormBuilder(Contents usual) {
        this.usual = usual;
    }

    FormBuilder usually(Contents contents) {
        usual = contents;
        return this;
    }

    /** A file of so many units of 1,000,000,000 bytes holds everything. */
    FormBuilder wholeFrom(String least, String most) {
        whole.add(Range.of(least, most));
        return this;
    }

    FormBuilder encoders(Encoders own) {
        encoders = Optional.of(own);
        return this;
    }

    FormBuilder vae(Standard own) {
        vae = Optional.of(own);
        return this;
    }

    FormBuilder shifted(Shift by) {
        shift = Optional.of(by);
        return this;
    }

    FormBuilder guided(String assumed) {
        guidance = Optional.of(new BigDecimal(assumed));
        return this;
    }

    FormBuilder zeroed() {
        negative = Negative.ZEROED;
        return this;
    }

    FormBuilder sampled(Course by) {
        course = by;
        return this;
    }

    FormBuilder sampledByExperts(Standard early, Standard late) {
        experts = List.of(early, late);
        return sampled(Course.TWO_EXPERTS);
    }

    FormBuilder making(Medium result) {
        medium = result;
        return this;
    }

    FormBuilder whenWhole(FormBuilder other) {
        whenWhole = Optional.of(other.build());
        return this;
    }

    FormBuilder tellingFrameRate() {
        tellsFrameRate = true;
        return this;
    }

    FormBuilder preamble(String text) {
        preamble = text;
        return this;
    }

    FormBuilder opening(Opening with) {
        opening = with;
        return this;
    }

    /** Opening with a frame that this model looks at. */
    FormBuilder seenBy(Standard clipVision) {
        sight = Optional.of(clipVision);
        return opening(Opening.SEEN_FIRST_FRAME);
    }

    /** Opening with a frame of which the text encoder is told what this model sees in it. */
    FormBuilder toldBy(Standard clipVision) {
        sight = Optional.of(clipVision);
        return opening(Opening.TOLD_FIRST_FRAME);
    }

    FormBuilder patched(String nodeClass, Map<String, Json> literals) {
        patches.add(new Form.Patch(nodeClass, literals));
        return this;
    }

    Form build() {
        return new Form(
                usual,
                whole,
                encoders,
                vae,
                shift,
                guidance,
                negative,
                course,
                experts,
                medium,
                whenWhole,
                tellsFrameRate,
                preamble,
                opening,
                sight,
                patches);
    }
}
