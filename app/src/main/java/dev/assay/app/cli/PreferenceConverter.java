package dev.assay.app.cli;

import dev.assay.core.ingredient.Preference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads which of several files is liked best, such as {@code fp16,pruned}. */
final class PreferenceConverter implements ITypeConverter<Preference> {

    @Override
    public Preference convert(String text) {
        var preference = Preference.of(text);
        if (!preference.unknown().isEmpty()) {
            throw new TypeConversionException("\"" + preference.unknown().getFirst()
                    + "\" says nothing of a file; it can be: " + Preference.known() + ".");
        }
        return preference;
    }
}
