package io.kith.edge;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much a document asks for before anything is known of the schema. Each fragment is looked at once however often it is
 * spread, so that a bomb of fragments is counted in the time it takes to read it.
 */
final class QueryShape {

    /** What a selection comes to, fragments spread; counts stop growing at {@link #PLENTY}. */
    private record Size(int depth, long fields, long aliases, long directives) {

        static final Size NONE = new Size(0, 0, 0, 0);

        Size beside(Size other) {
            return new Size(
                    Math.max(depth, other.depth),
                    Math.min(PLENTY, fields + other.fields),
                    Math.min(PLENTY, aliases + other.aliases),
                    Math.min(PLENTY, directives + other.directives));
        }
    }

    private static final long PLENTY = 1_000_000_000;

    private final QueryLimits limits;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Size> sizes = new HashMap<>();

    private QueryShape(Document document, QueryLimits limits) {
        this.limits = limits;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (one, other) -> one));
    }

    /** @throws QueryTooLarge where one of its operations is beyond a limit */
    static void check(Document document, QueryLimits limits) {
        var shape = new QueryShape(document, limits);
        document.getDefinitionsOfType(OperationDefinition.class).forEach(shape::check);
    }

    private void check(OperationDefinition operation) {
        var size = of(operation.getSelectionSet());
        within("depth", size.depth(), limits.depth());
        within("fields", size.fields(), limits.fields());
        within("aliases", size.aliases(), limits.aliases());
        within("directives", size.directives() + operation.getDirectives().size(), limits.directives());
        if (operation.getOperation() == Operation.MUTATION) {
            within("mutations", operation.getSelectionSet().getSelections().size(), limits.mutations());
        }
    }

    private Size of(@Nullable SelectionSet selections) {
        var size = Size.NONE;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                if (selection instanceof Field field) {
                    size = size.beside(of(field));
                } else if (selection instanceof InlineFragment inline) {
                    size = size.beside(of(inline.getSelectionSet()))
                            .beside(directives(inline.getDirectives().size()));
                } else if (selection instanceof FragmentSpread spread) {
                    size = size.beside(of(spread.getName()))
                            .beside(directives(spread.getDirectives().size()));
                }
            }
        }
        return size;
    }

    private Size of(Field field) {
        var within = of(field.getSelectionSet());
        var depth = field.getName().startsWith("__") ? 1 : within.depth() + 1;
        return new Size(depth, within.fields() + 1, within.aliases(), within.directives())
                .beside(new Size(
                        0,
                        0,
                        field.getAlias() == null ? 0 : 1,
                        field.getDirectives().size()));
    }

    /** A fragment that spreads itself counts as nothing here; validation refuses it. */
    private Size of(String fragment) {
        var known = sizes.putIfAbsent(fragment, Size.NONE);
        if (known != null) {
            return known;
        }
        var definition = fragments.get(fragment);
        var size = definition == null ? Size.NONE : of(definition.getSelectionSet());
        sizes.put(fragment, size);
        return size;
    }

    private static Size directives(int count) {
        return new Size(0, 0, 0, count);
    }

    private static void within(String what, long is, int limit) {
        if (is > limit) {
            throw new QueryTooLarge(
                    "The document comes to %d for %s; kith.query.%s allows %d.".formatted(is, what, what, limit));
        }
    }
}
