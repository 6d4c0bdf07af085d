package io.kith.edge;

/** A request turned down: a stable code, and a sentence naming the value and the rule. Never carries personal data. */
public abstract class Refusal extends RuntimeException {

    private final String code;

    protected Refusal(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The stable code, shown as {@code extensions.code}. */
    public final String code() {
        return code;
    }

    /** A refusal is an answer, not an accident: its stack is never read. */
    @Override
    public final synchronized Throwable fillInStackTrace() {
        return this;
    }
}
