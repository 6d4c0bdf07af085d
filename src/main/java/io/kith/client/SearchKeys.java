package io.kith.client;

import io.kith.client.Glyph.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the search keys of a client once, at write time, and the query that finds them. Keys are tokens parted by
 * blanks, for a full-text index that analyses by {@code whitespace}; there are at most {@value Tokens#MOST} of them, each
 * of at most {@value Tokens#LONGEST} characters. Safe for many threads at once.
 */
public final class SearchKeys {

    /** What lies beyond is not read, be it stored or typed. */
    private static final int CHARACTERS_READ = 256;

    private static final int WORDS_TYPED = 8;
    private static final int WORDS_IN_NAME = 48;
    private static final int WORDS_IN_CODE = 6;
    private static final int CODES = 8;

    /** Shorter runs of digits are searched for whole: as beginnings they would match nearly every telephone. */
    private static final int SHORTEST_FRAGMENT = 3;

    private static final int DIGITS_IN_PHONE = 24;
    private static final int DIGITS_IN_NUMBER = 12;

    private final Glyphs glyphs = new Glyphs();
    private final Phones phones;

    public SearchKeys(Phones phones) {
        this.phones = phones;
    }

    /** The tokens of a client, for {@code Client.searchKeys}. */
    public String keysOf(String id, String name, @Nullable String phone, Collection<String> codes) {
        Tokens tokens = new Tokens();
        addNumber(tokens, id);
        if (phone != null) addPhone(tokens, read(phone));
        codes.stream().limit(CODES).forEach(code -> addCode(tokens, code));
        NameKeys.add(tokens, glyphs.words(read(name), WORDS_IN_NAME));
        return tokens.toString();
    }

    /**
     * The Lucene query for what somebody typed, or empty where that holds nothing to search for. Every word must begin a
     * token; one that is a whole token counts double, so that Ana comes before Anabel. Scores depend on the match alone,
     * never on other clients. Words hold letters and digits only, in lower case: nothing typed can be an operator.
     */
    public Optional<String> queryFor(@Nullable String typed) {
        if (typed == null) return Optional.empty();
        List<Word> words = glyphs.words(read(typed), WORDS_TYPED);
        if (words.isEmpty()) return Optional.empty();
        List<String> texts = words.stream().map(Word::folded).map(Tokens::cut).toList();
        String all = texts.stream().map(text -> "+" + term(text)).collect(Collectors.joining(" "));
        if (words.stream().anyMatch(word -> word.kind() == Kind.SYLLABLE)) return Optional.of(all);
        List<String> ways = new ArrayList<>();
        if (texts.size() > 1) ways.add(String.join("", texts));
        if (words.stream().allMatch(Word::isDigits))
            phones.normalised(read(typed)).ifPresent(ways::add);
        return Optional.of(either(all, ways));
    }

    /** What is typed in groups may be stored in one (138 0013 8000, Wang Wei), a telephone also with its country. */
    private static String either(String all, List<String> ways) {
        String others = ways.stream()
                .map(way -> Tokens.cut(way.startsWith("+") ? way.substring(1) : way))
                .distinct()
                .map(way -> " OR " + term(way))
                .collect(Collectors.joining());
        return others.isEmpty() ? all : "(" + all + ")" + others;
    }

    /** A range from a word to itself is that word, scored like a prefix and not by how rare it is. */
    private static String term(String text) {
        String whole = "[" + text + " TO " + text + "]";
        return text.length() < SHORTEST_FRAGMENT && isDigits(text) ? whole : "(" + text + "* OR " + whole + ")";
    }

    private void addNumber(Tokens tokens, String id) {
        addCode(tokens, id);
        String digits = trailingDigits(id);
        addEndings(tokens, digits);
        tokens.add(withoutLeadingZeros(digits));
    }

    /** A code from each of its parts on: N-0042 as n0042 and 0042. */
    private void addCode(Tokens tokens, String code) {
        List<String> parts = glyphs.words(read(code), WORDS_IN_CODE).stream()
                .map(Word::folded)
                .toList();
        for (int start = 0; start < parts.size(); start++) {
            tokens.add(String.join("", parts.subList(start, parts.size())));
        }
    }

    private void addPhone(Tokens tokens, String phone) {
        for (String digits : phones.dialled(phone)) {
            addEndings(tokens, digits.substring(0, Math.min(digits.length(), DIGITS_IN_PHONE)));
        }
    }

    private static void addEndings(Tokens tokens, String digits) {
        for (int start = 0; start + SHORTEST_FRAGMENT <= digits.length(); start++) {
            tokens.add(digits.substring(start));
        }
    }

    private static String trailingDigits(String id) {
        int start = id.length();
        while (start > 0 && id.length() - start < DIGITS_IN_NUMBER && isDigit(id.charAt(start - 1))) start--;
        return id.substring(start);
    }

    private static String withoutLeadingZeros(String digits) {
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') start++;
        return digits.substring(start);
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(character -> isDigit((char) character));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static String read(String text) {
        return text.length() <= CHARACTERS_READ ? text : text.substring(0, CHARACTERS_READ);
    }
}
