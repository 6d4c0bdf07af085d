package io.kith.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.parser.ParserOptions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/**
 * Refuses a document that is too large before it is validated, and a request that asks for too much before it is carried
 * out, and gives each its time. What has been parsed and found valid is remembered, since front ends send the same few
 * documents over and over.
 */
@Component
class QueryGate extends SimplePerformantInstrumentation
        implements PreparsedDocumentProvider, GraphQlSourceBuilderCustomizer {

    private static final String TIME_LIMIT = "timeLimitMillis";
    private static final int RULE_DEPTH = 100;
    private static final long REMEMBERED_CHARACTERS = 4_000_000;

    private final QueryLimits limits;
    private final Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_CHARACTERS)
            .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
            .build();

    QueryGate(QueryLimits limits) {
        this.limits = limits;
        ParserOptions.setDefaultOperationParserOptions(ParserOptions.newParserOptions()
                .captureLineComments(false)
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens(limits.characters())
                .maxRuleDepth(RULE_DEPTH)
                .redactTokenParserErrorMessages(true)
                .build());
    }

    @Override
    public void customize(SchemaResourceBuilder builder) {
        builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(this));
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        var known = documents.getIfPresent(input.getQuery());
        if (known == null) {
            known = parseAndValidate.apply(input);
            if (!known.hasErrors()) {
                documents.put(input.getQuery(), known);
            }
        }
        return CompletableFuture.completedFuture(known);
    }

    /** Called once a document is parsed, before it is validated. */
    @Override
    public DocumentAndVariables instrumentDocumentAndVariables(
            DocumentAndVariables parsed,
            InstrumentationExecutionParameters parameters,
            @Nullable InstrumentationState state) {
        QueryShape.check(parsed.getDocument(), limits);
        return parsed;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
        var cost = QueryCost.of(parameters.getExecutionContext());
        if (cost > limits.complexity()) {
            throw new QueryTooLarge(
                    "The answer may come to %d fields; kith.query.complexity allows %d: ask for fewer at a time."
                            .formatted(cost, limits.complexity()));
        }
        var context = parameters.getExecutionContext();
        Deadline.set(context.getGraphQLContext(), time(context.getExecutionInput()));
        return SimpleInstrumentationContext.noOp();
    }

    /** An event has a time of its own, and shows what is there now, not what an earlier one was shown. */
    @Override
    public InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, @Nullable InstrumentationState state) {
        var context = parameters.getExecutionContext();
        Deadline.renew(context.getGraphQLContext());
        context.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
        return SimpleInstrumentationContext.noOp();
    }

    /** What a request may take: less than is allowed where whoever sent it waits for less. */
    private Duration time(ExecutionInput input) {
        var wanted = input.getExtensions().get(TIME_LIMIT) instanceof Number millis
                ? Duration.ofMillis(Math.max(1, millis.longValue()))
                : limits.time();
        return wanted.compareTo(limits.time()) < 0 ? wanted : limits.time();
    }
}
