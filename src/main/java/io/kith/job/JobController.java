package io.kith.job;

import io.kith.edge.Connection;
import io.kith.edge.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class JobController {

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @QueryMapping
    @Nullable
    Job job(@Argument String id) {
        return jobs.byId(id).orElse(null);
    }

    @QueryMapping
    Connection<Job> jobs(
            @Argument @Nullable String kind, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return jobs.page(kind, Paging.of(first, after));
    }

    @MutationMapping
    Job cancelJob(@Argument JobInput input) {
        return jobs.cancel(input.id());
    }

    @MutationMapping
    Job resumeJob(@Argument JobInput input) {
        return jobs.resume(input.id());
    }

    @SubscriptionMapping
    Flux<Job> jobProgress(@Argument String id) {
        return jobs.watch(id);
    }

    record JobInput(String id) {}
}
