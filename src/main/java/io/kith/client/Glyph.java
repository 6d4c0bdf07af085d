package io.kith.client;

import java.util.List;

/**
 * One code point as search sees it.
 *
 * @param folded how it is keyed: Simplified, lower-case, without accents; letters and digits only, empty unless a word's
 * @param readings how it may be spelled in Latin letters, the usual way first
 * @param family the same where it stands first in a Chinese name
 */
record Glyph(Kind kind, String folded, List<String> readings, List<String> family) {

    /** How a code point makes or parts words. */
    enum Kind {
        /** Parts words: blanks, punctuation, symbols, emoji. */
        GAP,
        /** Is not there: a combining accent that found no letter to fold into. */
        NOTHING,
        /** Part of a word written in letters or digits. */
        LETTER,
        /** A syllable of its own: Han, Hangul, Kana. */
        SYLLABLE
    }

    static final Glyph GAP = new Glyph(Kind.GAP, "", List.of(), List.of());
    static final Glyph NOTHING = new Glyph(Kind.NOTHING, "", List.of(), List.of());

    static Glyph letter(String folded) {
        return new Glyph(Kind.LETTER, folded, List.of(folded), List.of(folded));
    }
}
