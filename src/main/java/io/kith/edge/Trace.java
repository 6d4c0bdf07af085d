package io.kith.edge;

import java.util.Collections;
import java.util.IdentityHashMap;

/**
 * An accident as the log may show it: what was thrown and where, link by link, without messages, for the store's and
 * the parsers' own messages quote the values they stumbled over.
 */
final class Trace {

    private static final int FRAMES = 12;

    private Trace() {}

    static String of(Throwable accident) {
        var text = new StringBuilder();
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        for (var link = accident; link != null && seen.add(link); link = link.getCause()) {
            text.append(seen.size() == 1 ? "" : "\ncaused by ")
                    .append(link.getClass().getName());
            var frames = link.getStackTrace();
            for (var frame = 0; frame < Math.min(FRAMES, frames.length); frame++) {
                text.append("\n    at ").append(frames[frame]);
            }
        }
        return text.toString();
    }
}
