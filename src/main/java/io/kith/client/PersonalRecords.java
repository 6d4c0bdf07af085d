package io.kith.client;

import java.util.List;
import java.util.Map;

/** What one feature keeps of a person; each feature that keeps any has a bean of this, for her export and her erasure. */
public interface PersonalRecords {

    /** What the part of the export is called, such as {@code visits}. */
    String name();

    /** All it keeps of the client, each record by its columns. */
    List<Map<String, Object>> of(String clientId);

    /** Takes out of it what tells who she is, in the current transaction; sums and links stay. */
    void erase(String clientId);
}
