package io.kith.client;

import io.kith.client.Glyph.Kind;
import java.util.List;

/** Glyphs of one kind that stand together: a word in letters, or a run of syllables. */
record Word(Kind kind, List<Glyph> glyphs) {

    String folded() {
        StringBuilder folded = new StringBuilder(glyphs.size());
        for (Glyph glyph : glyphs) folded.append(glyph.folded());
        return folded.toString();
    }

    boolean isDigits() {
        return glyphs.stream().allMatch(glyph -> isDigit(glyph.folded()));
    }

    private static boolean isDigit(String folded) {
        return folded.length() == 1 && folded.charAt(0) >= '0' && folded.charAt(0) <= '9';
    }
}
