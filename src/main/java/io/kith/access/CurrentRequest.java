package io.kith.access;

import graphql.schema.DataFetchingEnvironment;

/** What a controller may tell the operation log about the request it answers, and learn of it. */
public final class CurrentRequest {

    private CurrentRequest() {}

    /** Notes why it is done, where that is asked for; directors read it in the operation log. */
    public static void because(DataFetchingEnvironment environment, String reason) {
        Asked asked = environment.getGraphQlContext().get(Asked.class);
        if (asked != null) {
            asked.because(reason);
        }
    }

    /** From where the request came; empty where that is unknown. */
    public static String address(DataFetchingEnvironment environment) {
        Asked asked = environment.getGraphQlContext().get(Asked.class);
        return asked == null ? "" : asked.address();
    }

    /** Notes that a client's data was looked at where no field of hers shows it, such as in a file. */
    public static void touches(DataFetchingEnvironment environment, String clientId) {
        Asked asked = environment.getGraphQlContext().get(Asked.class);
        if (asked != null) {
            asked.touches(clientId);
        }
    }
}
