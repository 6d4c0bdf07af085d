package io.kith;

import io.kith.reward.Place;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Where the clinic of the tests is: nowhere known, until a test says a place; emptying the graph takes it back. */
@TestComponent
@Primary
public class TestPlace implements Place {

    private volatile String place = "unknown";

    /** Stands somewhere such as {@code generic} or {@code us-fl}. */
    public void is(String jurisdiction) {
        place = jurisdiction;
    }

    public void reset() {
        place = "unknown";
    }

    @Override
    public String jurisdiction() {
        return place;
    }
}
