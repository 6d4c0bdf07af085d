package io.kith.touchpoint;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** So many grades of 1 to 5 and their sum. */
record Grades(int count, long sum) {

    static <T> Grades of(Collection<T> all, Function<T, Grades> grades) {
        return all.stream().map(grades).reduce(new Grades(0, 0), Grades::plus);
    }

    Grades plus(Grades other) {
        return new Grades(count + other.count, sum + other.sum);
    }

    /** Null where none was given. */
    @Nullable
    Double mean() {
        return count == 0 ? null : Double.valueOf((double) sum / count);
    }
}
