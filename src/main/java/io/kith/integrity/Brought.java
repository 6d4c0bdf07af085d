package io.kith.integrity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks look at of one client: whom she brought under credited links, and who brought her.
 *
 * @param above who brought her
 */
record Brought(Person referrer, @Nullable Person above, List<Link> links) {

    /**
     * A client as the checks see her.
     *
     * @param phone in E.164, null where she has no valid one
     * @param name folded
     */
    record Person(
            String id,
            @Nullable String phone,
            String name,
            @Nullable LocalDate birthDate) {}

    /**
     * One credited link.
     *
     * @param paidBefore whether the friend had paid before the day
     */
    record Link(String referralId, Person friend, LocalDate day, boolean paidBefore) {}
}
