package io.kith.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A way in beside GraphQL: names the line of the table that says whom it is for. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Door {

    /** Such as {@code Http.import}. */
    String value();
}
