package io.kith.client;

import java.util.LinkedHashSet;
import java.util.Set;

/** The tokens of one client: each once, short, and not without end. */
final class Tokens {

    static final int MOST = 160;
    static final int LONGEST = 32;

    private final Set<String> tokens = new LinkedHashSet<>(64);

    void add(String token) {
        if (!token.isEmpty() && tokens.size() < MOST) tokens.add(cut(token));
    }

    /** A token and what is typed to find it are cut alike, so long words still find each other. */
    static String cut(String token) {
        if (token.length() <= LONGEST) return token;
        boolean splitsPair = Character.isHighSurrogate(token.charAt(LONGEST - 1));
        return token.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
    }

    @Override
    public String toString() {
        return String.join(" ", tokens);
    }
}
