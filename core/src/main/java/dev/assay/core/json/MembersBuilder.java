package dev.assay.core.json;

import java.util.Arrays;

/** Gathers the members of one object. */
final class MembersBuilder {

    private final MemberNames names = new MemberNames();
    private Json[] values = new Json[4];

    /** A name that was there keeps its place and takes the new value. */
    void put(String name, Json value) {
        var known = names.place(name);
        if (known >= 0) {
            values[known] = value;
            return;
        }
        if (names.size() == values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        values[names.size()] = value;
        names.add(name);
    }

    /** Those put so far; nothing may be put afterwards. */
    FrozenMembers build() {
        return new FrozenMembers(names, Arrays.copyOf(values, names.size()));
    }
}
