package dev.assay.core.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The members of an object, in order. Nobody can change them, so that they need not be copied. */
final class FrozenMembers extends AbstractMap<String, Json> {

    private final MemberNames names;
    private final Json[] values;

    /**
     * Takes both over.
     *
     * @param names handed over for good
     * @param values of the names, in their order; handed over for good
     */
    FrozenMembers(MemberNames names, Json[] values) {
        this.names = names;
        this.values = values;
    }

    static FrozenMembers of(Map<String, Json> members) {
        var builder = new MembersBuilder();
        members.forEach(builder::put);
        return builder.build();
    }

    @Override
    public @Nullable Json get(Object key) {
        var place = names.place(key);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(Object key) {
        return names.place(key) >= 0;
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public Collection<Json> values() {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Json> action) {
        for (int i = 0; i < size(); i++) {
            action.accept(names.name(i), values[i]);
        }
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Json>> iterator() {
                return IntStream.range(0, values.length)
                        .<Entry<String, Json>>mapToObj(i -> Map.entry(names.name(i), values[i]))
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
