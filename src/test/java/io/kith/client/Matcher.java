package io.kith.client;

import java.util.Set;

/** Evaluates the queries search writes on the tokens it writes, apart from Lucene: {@code +a b OR c (…) x* [x TO x]}. */
final class Matcher {

    private final String query;
    private final Set<String> tokens;
    private int at;

    private Matcher(String query, Set<String> tokens) {
        this.query = query;
        this.tokens = tokens;
    }

    static boolean finds(String query, String keys) {
        Matcher matcher = new Matcher(query, Set.of(keys.split(" ")));
        boolean found = matcher.clauses();
        if (matcher.at < query.length()) throw new AssertionError("Left over at " + matcher.at + ": " + query);
        return found;
    }

    private boolean clauses() {
        boolean required = false;
        boolean all = true;
        boolean any = false;
        while (at < query.length() && query.charAt(at) != ')') {
            boolean must = skip("+");
            boolean found = clause();
            required |= must;
            all &= !must || found;
            any |= found;
            if (!skip(" OR ")) skip(" ");
        }
        return required ? all : any;
    }

    private boolean clause() {
        if (skip("(")) {
            boolean found = clauses();
            expect(")");
            return found;
        }
        if (skip("[")) {
            String whole = word();
            expect(" TO " + whole + "]");
            return tokens.contains(whole);
        }
        String beginning = word();
        expect("*");
        return tokens.stream().anyMatch(token -> token.startsWith(beginning));
    }

    private String word() {
        int start = at;
        while (at < query.length() && " ()[]*+".indexOf(query.charAt(at)) < 0) at++;
        return query.substring(start, at);
    }

    private boolean skip(String text) {
        if (!query.startsWith(text, at)) return false;
        at += text.length();
        return true;
    }

    private void expect(String text) {
        if (!skip(text)) throw new AssertionError("Expected '" + text + "' at " + at + ": " + query);
    }
}
