package io.kith.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** A set of ids, numbered as they come, exact and compact: about a dozen bytes an id beside its own characters. */
final class Ids {

    private static final int NONE = -1;

    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[1 << 7]; // where each id ends in `bytes`
    private int[] slots = new int[1 << 8]; // open addressing, at most half full: number + 1, or 0
    private int size;

    int size() {
        return size;
    }

    /** The number of an id, -1 where it is not in the set. */
    int number(String id) {
        var wanted = id.getBytes(UTF_8);
        return slots[slot(wanted)] - 1;
    }

    boolean contains(String id) {
        return number(id) != NONE;
    }

    /** Adds an id; false where it was in the set before. */
    boolean add(String id) {
        var added = id.getBytes(UTF_8);
        int slot = slot(added);
        if (slots[slot] != 0) {
            return false;
        }
        append(added);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            spread();
        }
        return true;
    }

    String id(int number) {
        return new String(bytes, start(number), ends[number] - start(number), UTF_8);
    }

    /** Compares two ids by their bytes, which is the order of their code points. */
    int compare(int left, int right) {
        return Arrays.compareUnsigned(bytes, start(left), ends[left], bytes, start(right), ends[right]);
    }

    private void append(byte[] added) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(start, added.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, bytes.length * 3L / 2)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 3 / 2);
        }
        System.arraycopy(added, 0, bytes, start, added.length);
        ends[size++] = end;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            int slot = firstSlot(bytes, start(number), ends[number]);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    /** Where an id is, or the free place where it would be. */
    private int slot(byte[] id) {
        int slot = firstSlot(id, 0, id.length);
        while (slots[slot] != 0 && !is(slots[slot] - 1, id)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean is(int number, byte[] id) {
        return Arrays.equals(bytes, start(number), ends[number], id, 0, id.length);
    }

    private int firstSlot(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        hash *= 0x9E3779B1;
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }
}
