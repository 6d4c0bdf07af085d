package io.kith.edge;

/** A write that names something the graph does not hold ({@code NOT_FOUND}). */
public final class NotFound extends Refusal {

    private NotFound(String sentence) {
        super("NOT_FOUND", sentence);
    }

    /** @param kind the word of the thing, such as {@code client} */
    public static NotFound of(String kind, String id) {
        return new NotFound("There is no %s '%s'.".formatted(kind, Shown.shortly(id)));
    }
}
