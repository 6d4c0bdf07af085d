package io.kith;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every query that a newcomer is handed, and every one that the page asks, fits the schema. */
class QueriesTest {

    private static final Pattern IN_DOCS = Pattern.compile("```graphql\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IN_PAGE = Pattern.compile("const \\w+ = `(.*?)`;", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource
    void fitsTheSchema(String query) throws IOException {
        var schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(types());

        assertThat(new Validator().validateDocument(schema, Parser.parse(query), Locale.ENGLISH))
                .isEmpty();
    }

    static List<String> fitsTheSchema() throws IOException {
        var queries = new ArrayList<>(ofTheDocumentation());
        var page = found(IN_PAGE, Path.of("src/main/resources/static/graphiql/graphiql.js"));
        assertThat(page).as("ready queries for three kinds of users").hasSize(3);
        queries.addAll(page);
        queries.addAll(PageQueries.all().values());
        return queries;
    }

    /** The ready queries. */
    static List<String> ofTheDocumentation() throws IOException {
        var queries = new ArrayList<String>();
        for (var page : files("docs", ".md")) {
            queries.addAll(found(IN_DOCS, page));
        }
        for (var file : files("docs", ".graphql")) {
            queries.add(Files.readString(file, UTF_8));
        }
        return queries;
    }

    private static TypeDefinitionRegistry types() throws IOException {
        var types = new TypeDefinitionRegistry();
        for (var file : files("graphql-schema", ".graphqls")) {
            types.merge(new SchemaParser().parse(Files.readString(file, UTF_8)));
        }
        return types;
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file, UTF_8))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var found = Files.walk(Path.of(folder))) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
