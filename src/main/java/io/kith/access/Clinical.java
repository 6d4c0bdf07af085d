package io.kith.access;

/** Something that may hold medical notes; where it does, levels marked {@code non-clinical} do not see them. */
public interface Clinical {

    boolean clinical();
}
