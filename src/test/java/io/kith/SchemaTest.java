package io.kith;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every field of the schema has Java behind it, and says null exactly where Java may. */
@KithTest
class SchemaTest {

    @Autowired
    SchemaInspection inspection;

    @Test
    void everyFieldHasJavaBehindIt() {
        var report = inspection.report();
        assertThat(report.unmappedFields()).as("fields without Java").isEmpty();
        assertThat(report.unmappedRegistrations()).as("Java without a field").isEmpty();
        assertThat(report.unmappedArguments())
                .as("arguments without a parameter")
                .isEmpty();
        assertThat(report.skippedTypes())
                .as("types the inspection could not follow")
                .isEmpty();
    }
}
