package io.kith.access;

import io.kith.edge.Connection;
import io.kith.edge.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class LogController {

    private final OperationLog log;

    LogController(OperationLog log) {
        this.log = log;
    }

    @QueryMapping
    Connection<LogEntry> operationLog(
            @Argument @Nullable LogFilter filter, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return log.page(filter == null ? LogFilter.NONE : filter, Paging.of(first, after));
    }

    @QueryMapping
    OperationLogVerdict verifyOperationLog() {
        return log.verify();
    }

    @SchemaMapping(typeName = "OperationLogVerdict", field = "intact")
    boolean intact(OperationLogVerdict verdict) {
        return verdict.intact();
    }

    @SchemaMapping(typeName = "Operation", field = "account")
    String account(LogEntry entry) {
        return entry.operation().account();
    }

    @SchemaMapping(typeName = "Operation", field = "actions")
    List<String> actions(LogEntry entry) {
        return entry.operation().actions();
    }

    @SchemaMapping(typeName = "Operation", field = "clientIds")
    List<String> clientIds(LogEntry entry) {
        return entry.operation().clientIds();
    }

    @SchemaMapping(typeName = "Operation", field = "address")
    String address(LogEntry entry) {
        return entry.operation().address();
    }

    @SchemaMapping(typeName = "Operation", field = "outcome")
    String outcome(LogEntry entry) {
        return entry.operation().outcome();
    }

    @SchemaMapping(typeName = "Operation", field = "reason")
    @Nullable
    String reason(LogEntry entry) {
        return entry.operation().reason();
    }
}
