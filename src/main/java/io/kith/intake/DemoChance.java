package io.kith.intake;

import java.util.List;

/** Chance that repeats itself: SplitMix64, one independent stream per seed, topic and index, equal on every machine. */
final class DemoChance {

    /** What a stream decides, so that a change to one leaves the others as they were. */
    enum Topic {
        PHONE,
        CODE,
        STAFF,
        SPEND,
        FOREST,
        FAMILY,
        PERSON,
        LIFE,
        TIE,
        REFERRAL,
        VOICE,
        ACTIVITY,
        FAVOUR,
        MOOD,
        NAME,
        KINSHIP,
        REGION,
        CONTACT,
        CHARM
    }

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private DemoChance(long state) {
        this.state = state;
    }

    static DemoChance on(long seed, Topic topic, long index) {
        return new DemoChance(mix(mix(seed + (topic.ordinal() + 1) * GOLDEN) + index * GOLDEN));
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number in 0 … bound − 1. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** A number in low … high, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A number in [0, 1). */
    double share() {
        return (next() >>> 11) * 0x1p-53;
    }

    boolean happens(double probability) {
        return share() < probability;
    }

    /** Mean 0, deviation 1, roughly normal: the sum of four even shares. */
    double bell() {
        return (share() + share() + share() + share() - 2) * 1.7320508075688772;
    }

    /** Log-normal around the median; StrictMath, because Math may differ between machines. */
    double stretched(double median, double spread) {
        return median * StrictMath.exp(spread * bell());
    }

    /** 1, and one more each time it goes on, up to the most. */
    int run(double goesOn, int most) {
        int length = 1;
        while (length < most && happens(goesOn)) {
            length++;
        }
        return length;
    }

    <T> T pick(List<T> list) {
        return list.get(below(list.size()));
    }
}
