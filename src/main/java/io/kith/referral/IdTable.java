package io.kith.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Ids in one byte array, found by position or by id; costs about twelve bytes an id beside the id's own. */
final class IdTable {

    private static final int SPARE = 64;

    private byte[] bytes;
    private int[] starts;
    private int[] slots; // open addressing, half to two thirds full; position + 1, or 0 where free
    private int size;

    IdTable(int expected) {
        int room = Math.max(expected, 8);
        bytes = new byte[room * 8];
        starts = new int[room + 1];
        slots = new int[room * 2];
    }

    IdTable(IdTable other) {
        bytes = other.bytes.clone();
        starts = other.starts.clone();
        slots = other.slots.clone();
        size = other.size;
    }

    /** The ids at these positions of the other table, in this order. */
    IdTable(IdTable other, int[] order) {
        size = order.length;
        starts = new int[size + 1];
        bytes = new byte[other.lengthOf(order)];
        int end = 0;
        for (int position = 0; position < size; position++) {
            int old = other.starts[order[position]];
            int oldEnd = other.starts[order[position] + 1];
            while (old < oldEnd) {
                bytes[end++] = other.bytes[old++];
            }
            starts[position + 1] = end;
        }
        boolean fits = size == other.size && other.slots.length <= size * 2L + SPARE;
        slots = fits ? other.slotsRenamed(order) : new int[Math.max(1, size * 2)];
        for (int position = 0; position < size && !fits; position++) {
            occupy(position);
        }
    }

    int size() {
        return size;
    }

    String id(int position) {
        return new String(bytes, starts[position], length(position), UTF_8);
    }

    /** The position of the id, -1 if it is not here. */
    int indexOf(String id) {
        byte[] wanted = id.getBytes(UTF_8);
        return slots[slotOf(wanted)] - 1;
    }

    /** The position of the id, which is added if it is not here. */
    int intern(String id) {
        byte[] wanted = id.getBytes(UTF_8);
        int known = slots[slotOf(wanted)];
        if (known != 0) {
            return known - 1;
        }
        makeRoom(wanted.length);
        append(wanted, 0, wanted.length);
        return size - 1;
    }

    int compare(int left, int right) {
        return Arrays.compareUnsigned(bytes, starts[left], starts[left + 1], bytes, starts[right], starts[right + 1]);
    }

    int compare(int position, byte[] id) {
        return Arrays.compareUnsigned(bytes, starts[position], starts[position + 1], id, 0, id.length);
    }

    /** How many bytes the two ids begin with in common. */
    int common(int left, int right) {
        int mismatch = Arrays.mismatch(bytes, starts[left], starts[left + 1], bytes, starts[right], starts[right + 1]);
        return mismatch < 0 ? length(left) : mismatch;
    }

    /** Eight bytes of the id from there on, as an unsigned number that sorts as they do. */
    long key(int position, int from) {
        int end = starts[position + 1];
        long key = 0;
        for (int at = starts[position] + from, last = at + 8; at < last; at++) {
            key = key << 8 | (at < end ? bytes[at] & 0xFF : 0);
        }
        return key;
    }

    /** Bytes held in the heap. */
    long footprint() {
        return bytes.length + 4L * starts.length + 4L * slots.length;
    }

    private int lengthOf(int[] order) {
        if (order.length == size) {
            return starts[size];
        }
        int length = 0;
        for (int position : order) {
            length += length(position);
        }
        return length;
    }

    /** The slots once all positions stand in this order: far quicker than hashing every id again. */
    private int[] slotsRenamed(int[] order) {
        int[] names = new int[size + 1];
        for (int position = 0; position < size; position++) {
            names[order[position] + 1] = position + 1;
        }
        int[] renamed = new int[slots.length];
        for (int slot = 0; slot < slots.length; slot++) {
            renamed[slot] = names[slots[slot]];
        }
        return renamed;
    }

    private int length(int position) {
        return starts[position + 1] - starts[position];
    }

    private void append(byte[] from, int start, int length) {
        int begin = starts[size];
        System.arraycopy(from, start, bytes, begin, length);
        starts[++size] = begin + length;
        occupy(size - 1);
    }

    private void makeRoom(int length) {
        if (size + 1 == starts.length) {
            starts = Arrays.copyOf(starts, size * 2 + 2);
        }
        int needed = Math.addExact(starts[size], length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
        }
        if ((size + 1) * 3L > slots.length * 2L) {
            slots = new int[slots.length * 2];
            for (int position = 0; position < size; position++) {
                occupy(position);
            }
        }
    }

    private void occupy(int position) {
        int slot = slot(hash(bytes, starts[position], starts[position + 1]));
        while (slots[slot] != 0) {
            slot = after(slot);
        }
        slots[slot] = position + 1;
    }

    /** Where the id is, or the free slot where it would be. */
    private int slotOf(byte[] id) {
        int slot = slot(hash(id, 0, id.length));
        while (slots[slot] != 0 && !holds(slots[slot] - 1, id)) {
            slot = after(slot);
        }
        return slot;
    }

    private boolean holds(int position, byte[] id) {
        return Arrays.equals(bytes, starts[position], starts[position + 1], id, 0, id.length);
    }

    private int after(int slot) {
        return slot + 1 == slots.length ? 0 : slot + 1;
    }

    private int slot(int hash) {
        return (int) ((hash & 0xFFFFFFFFL) * slots.length >>> 32);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
        hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
        return hash ^ hash >>> 16;
    }
}
