package io.kith;

import io.kith.client.SearchKeys;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;

/**
 * Asks a first question before Kith calls itself ready, so that no user waits for what is loaded and planned only once.
 * Its answer does not matter, nor whether it is refused.
 */
@Component
@Profile("!" + Start.ONCE)
class WarmUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String QUESTION = """
            {
              clients(search: "wang", first: 1) {
                edges { node { id name upline { client { id } } downlineSummary { clients } } }
              }
            }
            """;

    private final ExecutionGraphQlService graphQl;
    private final SearchKeys searchKeys;

    WarmUp(ExecutionGraphQlService graphQl, SearchKeys searchKeys) {
        this.graphQl = graphQl;
        this.searchKeys = searchKeys;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        searchKeys.keysOf("C0", "王伟 Ana", "13800138000", List.of());
        var request = new DefaultExecutionGraphQlRequest(
                QUESTION, null, Map.of(), Map.of(), UUID.randomUUID().toString(), Locale.ENGLISH);
        try {
            LOG.debug("Warm-up: {}", graphQl.execute(request).block(LONGEST));
        } catch (RuntimeException unanswered) {
            LOG.debug("Warm-up without an answer", unanswered);
        }
    }
}
