package io.kith.access;

import io.kith.graph.Caller;
import org.springframework.stereotype.Component;

/** The account behind the current request. */
@Component
class CurrentCaller implements Caller {

    @Override
    public String name() {
        return "anonymous";
    }
}
