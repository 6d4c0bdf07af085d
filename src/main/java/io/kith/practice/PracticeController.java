package io.kith.practice;

import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PracticeController {

    private final Practices practices;
    private final Clinic clinic;

    PracticeController(Practices practices, Clinic clinic) {
        this.practices = practices;
        this.clinic = clinic;
    }

    @QueryMapping
    @Nullable
    Staff staffMember(@Argument String id) {
        return practices.staffMember(id).orElse(null);
    }

    @QueryMapping
    Connection<Staff> staff(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return practices.staff(Paging.of(first, after));
    }

    @QueryMapping
    Connection<Treatment> treatments(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return practices.treatments(Paging.of(first, after));
    }

    @QueryMapping
    Connection<Channel> channels(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return practices.channels(Paging.of(first, after));
    }

    @SchemaMapping
    @Nullable
    Money price(Treatment treatment) {
        return treatment.price() == null ? null : clinic.money(treatment.price());
    }
}
