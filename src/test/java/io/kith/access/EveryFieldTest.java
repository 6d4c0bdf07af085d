package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLObjectType;
import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.TestPlace;
import io.kith.access.Ways.Step;
import io.kith.referral.Referrals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/**
 * Every field of every type, asked for over HTTP along ways that lead to it: nobody gets anything, each level is given what
 * the table gives it and refused what it denies, and no answer holds what is masked or medical, whichever field it came by.
 */
@KithTest
class EveryFieldTest {

    /** Types that no query or mutation shows here, and where else they are looked at. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "Mutation", "AccessTableTest sends each of them as each level",
            "Subscription", "ReferralEventsTest and JobsTest watch them",
            "ReferralEvent", "comes by a subscription alone: ReferralEventsTest, as each level",
            "OperationLogFinding", "a sound operation log has none: OperationLogTest damages one of its own");

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    TestPlace place;

    @Autowired
    Referrals referrals;

    @Autowired
    Rules rules;

    @Autowired
    GraphQlSource source;

    private FilledClinic clinic;

    @BeforeEach
    void aClinicInWhichEverythingHappened() {
        clinic = FilledClinic.of(api, graph, clock, place, referrals);
    }

    @AfterEach
    void timeGoesOn() {
        graph.clear();
    }

    @Test
    void isGivenAndRefusedAsTheTableSays() {
        var director = look(Level.DIRECTOR, api);
        assertThat(director.answers().toString()).contains(FilledClinic.PHONE, FilledClinic.MEDICAL, FilledClinic.CARE);
        for (var document : director.documents()) {
            var nobody = api.anonymous().send(document, Map.of());
            assertThat(nobody.at("/errors/0/extensions/code").asString())
                    .as("%s for nobody", document)
                    .isEqualTo("UNAUTHENTICATED");
            assertThat(nobody.hasNonNull("data")).isFalse();
        }
        var doctor = look(Level.DOCTOR, api.as("doctor"));
        assertThat(doctor.answers().toString())
                .contains(FilledClinic.MASKED, FilledClinic.MEDICAL, FilledClinic.CARE)
                .doesNotContain(FilledClinic.PHONE);
        var clientService = look(Level.CLIENT_SERVICE, api.as("client service"));
        assertThat(clientService.answers().toString())
                .contains(FilledClinic.MASKED)
                .doesNotContain(FilledClinic.PHONE, FilledClinic.MEDICAL, FilledClinic.CARE);
    }

    private Look look(Level level, Api as) {
        var look = new Look(level, as, rules, clinic.known(level)).at(fields(), source.schema());
        assertThat(look.faults()).as("against the table, for %s", level).isEmpty();
        assertThat(fields())
                .as("never met as %s: the clinic of this test must hold something that shows them", level)
                .filteredOn(field -> !look.isMet(field))
                .filteredOn(field -> !ELSEWHERE.containsKey(field.type().getName()))
                .isEmpty();
        return look;
    }

    private List<Step> fields() {
        var fields = new ArrayList<Step>();
        for (var type : source.schema().getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && !type.getName().startsWith("__")) {
                object.getFieldDefinitions().forEach(field -> fields.add(new Step(object, field)));
            }
        }
        fields.sort(Comparator.comparing(Step::toString));
        return fields;
    }
}
