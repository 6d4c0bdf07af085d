package io.kith.reward;

/** A pack file that breaks a rule; the message names the file, the value and the rule. */
public final class PackRefused extends RuntimeException {

    PackRefused(String sentence) {
        super(sentence);
    }
}
