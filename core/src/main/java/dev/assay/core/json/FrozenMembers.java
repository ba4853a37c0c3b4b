package dev.assay.core.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The members of an object that nobody holds who could change them, so that they need not be copied. */
final class FrozenMembers extends AbstractMap<String, Json> {

    private final Map<String, Json> members;

    private FrozenMembers(Map<String, Json> members) {
        this.members = members;
    }

    /**
     * Takes the map over.
     *
     * @param members handed over for good
     */
    static FrozenMembers of(Map<String, Json> members) {
        return new FrozenMembers(members);
    }

    @Override
    public Set<Entry<String, Json>> entrySet() {
        return Collections.unmodifiableMap(members).entrySet();
    }

    @Override
    public @Nullable Json get(Object key) {
        return members.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return members.containsKey(key);
    }

    @Override
    public int size() {
        return members.size();
    }
}
