package io.kith.edge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one GraphQL request may ask for.
 *
 * @param characters of a document
 * @param tokens of a document
 * @param depth of fields within fields, those of the introspection apart
 * @param fields named in a document, each fragment counted wherever it is spread
 * @param aliases in a document
 * @param directives in a document
 * @param mutations root fields of one mutation
 * @param complexity fields an answer may come to: those within a list count once for each of its {@code first}
 * @param bodyBytes of a request, uploads apart
 * @param responseBytes of an answer, as JSON
 * @param time a request may be worked on, each event of a subscription anew
 */
@ConfigurationProperties("kith.query")
public record QueryLimits(
        @DefaultValue("20000") int characters,
        @DefaultValue("2000") int tokens,
        @DefaultValue("12") int depth,
        @DefaultValue("1000") int fields,
        @DefaultValue("30") int aliases,
        @DefaultValue("5") int directives,
        @DefaultValue("1") int mutations,
        @DefaultValue("20000") int complexity,
        @DefaultValue("1000000") int bodyBytes,
        @DefaultValue("20000000") int responseBytes,
        @DefaultValue("30s") Duration time) {}
