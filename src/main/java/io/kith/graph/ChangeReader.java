package io.kith.graph;

import java.util.List;

/** Keeps what this process holds in the heap in step with what the other processes write. */
public interface ChangeReader {

    /** Which of the changes told it reads. */
    String topic();

    /** Takes in changes of other processes: each once, in the order of its process but for those that overlapped. */
    void changed(List<Row> news);

    /** Reads anew from the store all that it keeps in step; done when this returns. */
    void missed();
}
