package io.kith.intake;

/** A row that cannot be loaded: the column, why, and a sentence naming the value and the rule, never a personal value. */
final class BadRow extends RuntimeException {

    private final String field;
    private final RejectCode code;

    BadRow(String field, RejectCode code, String sentence) {
        super(sentence, null, false, false);
        this.field = field;
        this.code = code;
    }

    Reject at(String file, long line) {
        return new Reject(file, line, field, code, String.valueOf(getMessage()));
    }
}
