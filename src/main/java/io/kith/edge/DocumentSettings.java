package io.kith.edge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Documents that are kept here, so that front ends send their SHA-256 alone.
 *
 * @param folder where front ends' documents lie, as {@code .graphql} or {@code .json} files
 * @param only whether nothing else is answered
 */
@ConfigurationProperties("kith.documents")
record DocumentSettings(
        @Nullable Path folder, @DefaultValue("false") boolean only) {}
