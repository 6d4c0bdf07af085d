package io.kith.client;

import io.kith.client.Glyph.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a name. A name is a row of units: a syllable of Chinese, or a word in letters. From each of the first
 * sixteen units on it is keyed as written (王小伟, 小伟, 伟), as spelled without gaps (wangxiaowei, xiaowei, wei) and by
 * initials (wxw, xw), so that a prefix search finds it from any of them.
 */
final class NameKeys {

    private static final int STARTS = 16;
    private static final int UNITS = STARTS + Tokens.LONGEST;
    private static final int SPELLINGS = 6;
    private static final int INITIALS = 4;

    private NameKeys() {}

    static void add(Tokens tokens, List<Word> words) {
        List<Unit> units = units(words);
        int starts = Math.min(STARTS, units.size());
        for (int start = 0; start < starts; start++) tokens.add(written(units, start));
        List<List<String>> spelled =
                suffixes(units.stream().map(Unit::spellings).toList(), SPELLINGS);
        for (int start = 0; start < starts; start++) spelled.get(start).forEach(tokens::add);
        List<List<String>> initials =
                suffixes(units.stream().map(Unit::initials).toList(), INITIALS);
        int lastPair = Math.min(STARTS, units.size() - 1);
        for (int start = 0; start < lastPair; start++) initials.get(start).forEach(tokens::add);
    }

    private record Unit(Kind kind, String written, List<String> spellings) {

        List<String> initials() {
            if (spellings.size() == 1) return List.of(initial(spellings.get(0)));
            return spellings.stream().map(Unit::initial).distinct().toList();
        }

        private static String initial(String spelling) {
            return spelling.substring(0, spelling.offsetByCodePoints(0, 1));
        }
    }

    private static List<Unit> units(List<Word> words) {
        List<Unit> units = new ArrayList<>();
        Kind before = Kind.GAP;
        for (Word word : words) {
            if (word.kind() == Kind.LETTER) {
                String written = word.folded();
                units.add(new Unit(word.kind(), written, List.of(written)));
            } else {
                addSyllables(units, word.glyphs(), before != Kind.SYLLABLE);
            }
            before = word.kind();
            if (units.size() >= UNITS) return units.subList(0, UNITS);
        }
        return units;
    }

    private static void addSyllables(List<Unit> units, List<Glyph> glyphs, boolean familyFirst) {
        for (int at = 0; at < glyphs.size(); at++) {
            Glyph glyph = glyphs.get(at);
            List<String> spellings = familyFirst && at == 0 ? familySpellings(glyphs) : glyph.readings();
            units.add(new Unit(glyph.kind(), glyph.folded(), spellings));
        }
    }

    private static List<String> familySpellings(List<Glyph> glyphs) {
        Glyph first = glyphs.get(0);
        if (glyphs.size() == 1) return first.family();
        List<String> compound =
                Readings.COMPOUND.get(first.folded() + glyphs.get(1).folded());
        if (compound == null) return first.family();
        Set<String> spellings = new LinkedHashSet<>(compound);
        spellings.addAll(first.family());
        return List.copyOf(spellings);
    }

    /** The syllables from here to the end of their run, or the one word. */
    private static String written(List<Unit> units, int start) {
        if (units.get(start).kind() == Kind.LETTER) return units.get(start).written();
        StringBuilder run = new StringBuilder();
        for (int at = start; at < units.size() && run.length() < Tokens.LONGEST; at++) {
            if (units.get(at).kind() == Kind.LETTER) break;
            run.append(units.get(at).written());
        }
        return run.toString();
    }

    /** For each unit, the spellings of all from it to the end, joined; of many combinations the first few. */
    private static List<List<String>> suffixes(List<List<String>> units, int most) {
        List<List<String>> suffixes = new ArrayList<>(units);
        List<String> suffix = List.of("");
        for (int at = units.size() - 1; at >= 0; at--) {
            suffix = joined(units.get(at), suffix, most);
            suffixes.set(at, suffix);
        }
        return suffixes;
    }

    private static List<String> joined(List<String> heads, List<String> tails, int most) {
        if (heads.size() == 1 && tails.size() == 1) return List.of(Tokens.cut(heads.get(0) + tails.get(0)));
        List<String> joined = new ArrayList<>(most);
        for (String tail : tails) {
            for (String head : heads) {
                if (joined.size() == most) return joined;
                joined.add(Tokens.cut(head + tail));
            }
        }
        return joined;
    }
}
