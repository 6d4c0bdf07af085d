package io.kith.care;

import graphql.schema.DataFetchingEnvironment;
import io.kith.care.Retention.Arrear;
import io.kith.care.Retention.ArrearsShare;
import io.kith.care.Retention.BandShare;
import io.kith.care.Retention.Churn;
import io.kith.care.Retention.ExitCause;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Column;
import io.kith.edge.Connection;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.job.Job;
import io.kith.job.Jobs;
import io.kith.practice.Role;
import io.kith.practice.Staff;
import io.kith.referral.NetworkMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RetentionController {

    private final Retention retention;
    private final Surveys surveys;
    private final Suggestions suggestions;
    private final Jobs jobs;
    private final CareRules rules;
    private final ClientFields fields;
    private final Clinic clinic;

    RetentionController(
            Retention retention,
            Surveys surveys,
            Suggestions suggestions,
            Jobs jobs,
            CareRules rules,
            ClientFields fields,
            Clinic clinic) {
        this.retention = retention;
        this.surveys = surveys;
        this.suggestions = suggestions;
        this.jobs = jobs;
        this.rules = rules;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    CareRules careRules() {
        return rules;
    }

    @QueryMapping
    List<PromoterScore> promoterScores(@Argument LocalDate from, @Argument LocalDate to, @Argument Surveys.Group by) {
        return surveys.scores(from, to, by);
    }

    @QueryMapping
    List<BandShare> activityBands() {
        return retention.bands();
    }

    @QueryMapping
    List<Churn> churn(
            @Argument LocalDate from, @Argument LocalDate to, @Argument int windowDays, @Argument Retention.Group by) {
        return retention.churn(from, to, windowDays, by);
    }

    @QueryMapping
    List<ExitCause> exitCauses(@Argument LocalDate from, @Argument LocalDate to) {
        return retention.exitCauses(from, to);
    }

    @QueryMapping
    Connection<Arrear> arrears(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return retention.arrears(Paging.of(first, after));
    }

    @QueryMapping
    List<ArrearsShare> arrearsByAge() {
        return retention.arrearsByAge();
    }

    @MutationMapping
    SurveyAnswer recordSurveyAnswer(@Argument RecordSurveyAnswerInput input) {
        return surveys.record(
                new Surveys.NewAnswer(input.id(), input.clientId(), input.score(), input.at()), input.idempotencyKey());
    }

    @MutationMapping
    Exit recordExit(@Argument RecordExitInput input) {
        return retention.recordExit(
                input.clientId(), input.type(), input.cause(), input.at(), input.note(), input.idempotencyKey());
    }

    @MutationMapping
    Job renewCare() {
        return jobs.start(Renewal.NAME, null);
    }

    @SchemaMapping(typeName = "Client", field = "activity")
    Activity activityOfClient(Client client) {
        return retention.of(client.id());
    }

    @SchemaMapping(typeName = "NetworkMap", field = "activity")
    Column activityOfMap(NetworkMap map) {
        return map.column(retention.bands(map.ids()));
    }

    @SchemaMapping(typeName = "Client", field = "exits")
    List<Exit> exitsOfClient(Client client) {
        return retention.exits(client.id());
    }

    @SchemaMapping
    List<StaffSuggestion> staffSuggestions(
            Client client, @Argument @Nullable Role role, @Argument @Nullable Integer first) {
        return suggestions.of(client.id(), role, Paging.of(first, null).first());
    }

    @SchemaMapping(typeName = "StaffSuggestion", field = "staff")
    CompletableFuture<Staff> staffOfSuggestion(StaffSuggestion suggestion, DataLoader<String, Staff> staff) {
        return staff.load(suggestion.staffId());
    }

    @SchemaMapping(typeName = "SurveyAnswer", field = "client")
    CompletableFuture<Client> clientOfAnswer(
            SurveyAnswer answer, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(answer.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "Exit", field = "client")
    CompletableFuture<Client> clientOfExit(
            Exit exit, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(exit.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "Exit", field = "profitLost")
    Money profitLostByExit(Exit exit) {
        return clinic.money(exit.profitLost());
    }

    @SchemaMapping(typeName = "Exit")
    Money rescueCap(Exit exit) {
        return clinic.money(exit.rescueCap());
    }

    @SchemaMapping(typeName = "ExitCauseShare", field = "profitLost")
    Money profitLostByCause(ExitCause cause) {
        return clinic.money(cause.profitLost());
    }

    @SchemaMapping(typeName = "BandShare", field = "netRevenue")
    Money netRevenueOfBand(BandShare share) {
        return clinic.money(share.netRevenue());
    }

    @SchemaMapping(typeName = "Arrear", field = "client")
    CompletableFuture<Client> clientOfArrear(
            Arrear arrear, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(arrear.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "Arrear", field = "owed")
    Money owedOfArrear(Arrear arrear) {
        return clinic.money(arrear.owed());
    }

    @SchemaMapping(typeName = "Arrear", field = "age")
    Retention.Age ageOfArrear(Arrear arrear) {
        return retention.ageOf(arrear);
    }

    @SchemaMapping(typeName = "Arrear")
    int daysOld(Arrear arrear) {
        return (int) retention.daysOld(arrear);
    }

    @SchemaMapping(typeName = "ArrearsShare", field = "owed")
    Money owedOfShare(ArrearsShare share) {
        return clinic.money(share.owed());
    }

    @SchemaMapping(typeName = "CareRules")
    int firstResponseHours(CareRules known) {
        return (int) known.firstResponse().toHours();
    }

    @SchemaMapping(typeName = "CareRules")
    int solutionHours(CareRules known) {
        return (int) known.solution().toHours();
    }

    @SchemaMapping(typeName = "CareRules")
    int surveyWindowDays(CareRules known) {
        return (int) known.surveyWindow().toDays();
    }

    record RecordSurveyAnswerInput(
            @Nullable String id,
            String clientId,
            int score,
            @Nullable Instant at,
            @Nullable String idempotencyKey) {}

    record RecordExitInput(
            String clientId,
            Exit.Type type,
            Exit.Cause cause,
            @Nullable Instant at,
            @Nullable String note,
            @Nullable String idempotencyKey) {}
}
