package io.kith.intake;

import io.kith.edge.Clinic;
import java.time.Instant;
import java.time.LocalDate;

/** What cells are measured against: the clinic's zone and currency, and the present moment. */
record Frame(Clinic clinic, Instant now) {

    LocalDate today() {
        return clinic.dayOf(now);
    }
}
