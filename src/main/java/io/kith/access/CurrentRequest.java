package io.kith.access;

import graphql.schema.DataFetchingEnvironment;

/** What a controller may tell the operation log about the request it answers. */
public final class CurrentRequest {

    private CurrentRequest() {}

    /** Notes why it is done, where that is asked for; directors read it in the operation log. */
    public static void because(DataFetchingEnvironment environment, String reason) {
        Asked asked = environment.getGraphQlContext().get(Asked.class);
        if (asked != null) {
            asked.because(reason);
        }
    }

    /** Notes that a client's data was looked at where no field of hers shows it, such as in a file. */
    public static void touches(DataFetchingEnvironment environment, String clientId) {
        Asked asked = environment.getGraphQlContext().get(Asked.class);
        if (asked != null) {
            asked.touches(clientId);
        }
    }
}
