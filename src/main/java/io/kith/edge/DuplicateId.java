package io.kith.edge;

/** A new thing under an id that is taken ({@code DUPLICATE_ID}). */
public final class DuplicateId extends Refusal {

    private DuplicateId(String sentence) {
        super("DUPLICATE_ID", sentence);
    }

    /** @param kind the word of the thing, such as {@code client} */
    public static DuplicateId of(String kind, String id) {
        return new DuplicateId(
                "The %s id '%s' is already taken; ids are never reused.".formatted(kind, Shown.shortly(id)));
    }
}
