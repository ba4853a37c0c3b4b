package dev.assay.core.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The names of an object's members, in order and each once. Most objects have a handful; those are looked through, which takes
 * half the memory of a hash table and less time to make.
 */
final class MemberNames {

    private static final int FEW = 12;

    private String[] names = new String[4];
    private int size;

    /** Where each stands; only where there are many. */
    private @Nullable Map<String, Integer> places;

    int size() {
        return size;
    }

    String name(int place) {
        return names[place];
    }

    /** Where it stands; negative where it is not among them. */
    int place(Object name) {
        if (places != null) {
            return places.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts one behind the others that is not among them. */
    void add(String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
        }
        names[size++] = name;
        if (places != null) {
            places.put(name, size - 1);
        } else if (size > FEW) {
            places = new HashMap<>();
            for (int i = 0; i < size; i++) {
                places.put(names[i], i);
            }
        }
    }
}
