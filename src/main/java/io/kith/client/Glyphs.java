package io.kith.client;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import io.kith.client.Glyph.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns text into folded words. ICU is asked about a code point once, by whichever thread meets it first; after that a
 * character costs one array read. Threads may look up the same glyph twice, which is harmless: records are published
 * safely by their final fields.
 */
final class Glyphs {

    /** Above the last plane of Han characters there is nothing to search for. */
    private static final int BEYOND = 0x34000;

    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();

    private final @Nullable Glyph[] known = new Glyph[BEYOND];

    /** The words of a text, at most so many; what follows them is left out. */
    List<Word> words(String text, int most) {
        String folded = FOLDING.normalize(text);
        List<Word> words = new ArrayList<>(4);
        Word word = null;
        for (int at = 0; at < folded.length(); ) {
            int codePoint = folded.codePointAt(at);
            at += Character.charCount(codePoint);
            Glyph glyph = glyph(codePoint);
            if (glyph.kind() == Kind.NOTHING) continue;
            if (glyph.kind() == Kind.GAP) {
                word = null;
                continue;
            }
            if (word == null || word.kind() != glyph.kind()) {
                if (words.size() == most) return words;
                word = new Word(glyph.kind(), new ArrayList<>(8));
                words.add(word);
            }
            word.glyphs().add(glyph);
        }
        return words;
    }

    private Glyph glyph(int codePoint) {
        if (codePoint >= BEYOND) return Glyph.GAP;
        Glyph glyph = known[codePoint];
        if (glyph == null) {
            glyph = lookUp(codePoint);
            known[codePoint] = glyph;
        }
        return glyph;
    }

    private static Glyph lookUp(int codePoint) {
        int script = UScript.getScript(codePoint);
        String character = Character.toString(codePoint);
        if (script == UScript.HAN) return han(character);
        if (UCharacter.isDigit(codePoint)) return Glyph.letter(Integer.toString(UCharacter.digit(codePoint)));
        if (isAccent(codePoint)) return Glyph.NOTHING;
        if (!isPartOfWords(codePoint)) return Glyph.GAP;
        if (isSyllabic(script)) {
            return new Glyph(Kind.SYLLABLE, character, List.of(character), List.of(character));
        }
        String folded = ascii(withoutAccents(character));
        return folded.isEmpty() ? Glyph.GAP : Glyph.letter(folded);
    }

    private static Glyph han(String character) {
        String simplified = Icu.simplified(character);
        String folded = Readings.VARIANTS.getOrDefault(simplified, simplified);
        Set<String> readings = new LinkedHashSet<>();
        addSpellings(readings, Icu.reading(character));
        if (readings.isEmpty()) addSpellings(readings, Icu.reading(folded));
        if (readings.isEmpty()) readings.add(folded);
        Set<String> family = new LinkedHashSet<>(Readings.FAMILY.getOrDefault(folded, List.of()));
        addSpellings(family, Icu.familyReading(folded));
        family.addAll(readings);
        readings.addAll(Readings.GIVEN.getOrDefault(folded, List.of()));
        return new Glyph(Kind.SYLLABLE, folded, List.copyOf(readings), List.copyOf(family));
    }

    /** A reading as it is typed: without tones, ü as u, v or (in passports) yu. */
    private static void addSpellings(Set<String> spellings, String reading) {
        String apart = APART.normalize(reading);
        spell(spellings, apart);
        if (apart.indexOf("u\u0308") < 0) return;
        spell(spellings, apart.replace("u\u0308", "v"));
        spell(spellings, apart.replace("u\u0308", "yu"));
    }

    private static void spell(Set<String> spellings, String reading) {
        String plain = ascii(withoutAccents(reading));
        boolean latin = !plain.isEmpty() && plain.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        if (latin) spellings.add(plain);
    }

    private static String withoutAccents(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        APART.normalize(text)
                .codePoints()
                .filter(codePoint -> !isAccent(codePoint))
                .forEach(bare::appendCodePoint);
        return TOGETHER.normalize(bare);
    }

    /** Latin letters beyond ASCII as ASCII; whatever is neither letter nor digit afterwards is gone. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        UCharacter.toLowerCase(Icu.ascii(text))
                .codePoints()
                .filter(Glyphs::isPartOfWords)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isAccent(int codePoint) {
        return codePoint >= 0x300 && codePoint <= 0x36F;
    }

    private static boolean isSyllabic(int script) {
        return script == UScript.HANGUL
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || script == UScript.BOPOMOFO;
    }

    /** Letters, digits and the vowel signs of scripts that write them as marks; not the modifier apostrophes. */
    private static boolean isPartOfWords(int codePoint) {
        if (codePoint >= 0x2B0 && codePoint <= 0x2FF) return false;
        int category = UCharacter.getType(codePoint);
        return UCharacter.isLetterOrDigit(codePoint)
                || category == UCharacterCategory.NON_SPACING_MARK
                || category == UCharacterCategory.COMBINING_SPACING_MARK;
    }

    /** ICU's transliterators, loaded at the first need (half a second) and asked by one thread at a time. */
    private static final class Icu {

        private static final Transliterator READING = Transliterator.getInstance("Han-Latin");
        private static final Transliterator FAMILY_READING = Transliterator.getInstance("Han-Latin/Names");
        private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
        private static final Transliterator ASCII = Transliterator.getInstance("Latin-ASCII");

        static synchronized String reading(String character) {
            return READING.transliterate(character);
        }

        /** ICU reads a family name only where a given name follows, so one is lent. */
        static synchronized String familyReading(String character) {
            String name = FAMILY_READING.transliterate(character + "三");
            int end = name.indexOf(' ');
            return end < 0 ? "" : name.substring(0, end);
        }

        static synchronized String simplified(String character) {
            return SIMPLIFIED.transliterate(character);
        }

        static synchronized String ascii(String text) {
            return ASCII.transliterate(text);
        }
    }
}
