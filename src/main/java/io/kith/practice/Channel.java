package io.kith.practice;

import io.kith.graph.Row;

/** Where clients come from when nobody brought them: a campaign, a platform, a walk past the door. */
public record Channel(String code, String name) {

    public static Channel of(Row row) {
        return new Channel(row.text("code"), row.text("name"));
    }
}
