package io.kith.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kith.Api;
import io.kith.KithTest;
import io.kith.TestClock;
import io.kith.TestGraph;
import io.kith.edge.LimitExceeded;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ana hands on codes; a stranger guesses at them. */
@KithTest
class ReferralCodesTest {

    private static final int ROUNDS = 400;

    /** Each test begins an hour later, so that none is short of tries by what another tried. */
    private static final AtomicInteger HOURS = new AtomicInteger();

    @Autowired
    Api api;

    @Autowired
    TestGraph graph;

    @Autowired
    TestClock clock;

    @Autowired
    ReferralCodes codes;

    @BeforeEach
    void ana() {
        graph.clear();
        clock.stopAt(Instant.parse("2026-03-02T10:00:00Z").plus(Duration.ofHours(HOURS.incrementAndGet())));
        api.ask("mutation { registerClient(input: {id: \"ana\", name: \"Ana\"}) { id } }");
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    void aCodeCannotBeGuessed() {
        var seen = new HashSet<String>();
        var characters = new int[128];
        for (var number = 0; number < 300; number++) {
            var code = codes.issue("ana", null).code();
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{10,}");
            assertThat(seen.add(code)).isTrue();
            code.chars().forEach(character -> characters[character]++);
        }
        assertThat(Arrays.stream(characters).filter(count -> count > 0).count())
                .as("all of the 32 characters are used")
                .isEqualTo(32);
        assertThat(Arrays.stream(characters).max().orElseThrow())
                .as("of 3,000 characters each is expected 94 times")
                .isLessThan(160);
    }

    @Test
    void aCodeIsReplacedAndRevoked() {
        var first = issue();
        assertThat(holder(first)).isEqualTo("ana");
        var second = issue();
        assertThat(holder(first)).isNull();
        assertThat(holder(second.substring(0, 5) + "-" + second.substring(5).toLowerCase()))
                .isEqualTo("ana");
        api.ask("mutation { revokeReferralCode(input: {clientId: \"ana\"}) { referralCode } }");
        assertThat(holder(second)).isNull();
        assertThat(api.ask("{ client(id: \"ana\") { referralCode } }")
                        .at("/client/referralCode")
                        .isNull())
                .isTrue();
        assertThat(found(second)).as("a search by it").doesNotContain("ana");
        assertThat(api.refusedWith("mutation { revokeReferralCode(input: {clientId: \"ana\"}) { id } }"))
                .isEqualTo("CONFLICT");
        assertThat(holder(issue())).isEqualTo("ana");
    }

    @Test
    void unknownReplacedAndRevokedCodesAreAnsweredAlike() {
        var replaced = issue();
        var revoked = issue();
        api.ask("mutation { revokeReferralCode(input: {clientId: \"ana\"}) { id } }");
        var answers = new HashSet<String>();
        for (var code : List.of("0123456789", replaced, revoked)) {
            answers.add(
                    api.send("query($code: String!) { referralCodeHolder(code: $code) { id } }", Map.of("code", code))
                            .toString());
            var refusal = api.refusal(
                    "mutation($code: String!) { recordReferral(input: {code: $code, newClient: {name: \"Ben\"}}) { id } }",
                    Map.of("code", code));
            answers.add(refusal.path("message") + " " + refusal.at("/extensions/code"));
        }
        assertThat(answers).hasSize(2);
    }

    /** Medians of lookups by turns, so that whatever else the machine does befalls all three alike. */
    @Test
    void unknownReplacedAndRevokedCodesTakeTheSameTime() {
        var replaced = issue();
        var revoked = issue();
        codes.revoke("ana", null);
        var tried = List.of("0123456789", replaced, revoked);
        var nanos = new long[tried.size()][ROUNDS];
        for (var round = -ROUNDS / 2; round < ROUNDS; round++) {
            for (var place = 0; place < tried.size(); place++) {
                var began = System.nanoTime();
                assertThat(codes.holder(tried.get(place))).isEmpty();
                if (round >= 0) {
                    nanos[place][round] = System.nanoTime() - began;
                }
            }
        }
        var medians =
                Arrays.stream(nanos).mapToDouble(ReferralCodesTest::median).toArray();
        for (var median : medians) {
            assertThat(median / medians[0])
                    .as("medians %s ns", Arrays.toString(medians))
                    .isCloseTo(1, within(0.3));
        }
    }

    @Test
    void theEleventhTryWithinAMinuteIsRefused() {
        var code = issue();
        for (var number = 0; number < 5; number++) {
            holder(code);
            api.refusedWith(
                    "mutation { recordReferral(input: {code: \"0000000000\", newClient: {name: \"B\"}}) { id } }");
        }
        var eleventh = "{ referralCodeHolder(code: \"" + code + "\") { id } }";
        assertThat(api.refusedWith(eleventh)).isEqualTo("LIMIT_EXCEEDED");
        assertThat(api.refusedWith(
                        "mutation { attributeReferral(input: {code: \"" + code + "\", referredId: \"ana\"}) { id } }"))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(api.as("doctor").refusedWith(eleventh))
                .as("another account from there")
                .isEqualTo("LIMIT_EXCEEDED");
        clock.move(Duration.ofSeconds(59));
        assertThat(api.refusedWith(eleventh)).isEqualTo("LIMIT_EXCEEDED");
        clock.move(Duration.ofSeconds(2));
        assertThat(holder(code)).isEqualTo("ana");
    }

    @Test
    void accountsAndAddressesAreCountedApart() {
        var tries = new CodeTries(clock);
        for (var number = 0; number < 10; number++) {
            tries.take("ana", "192.0.2." + number);
            tries.take("account " + number, "198.51.100.7");
        }
        assertThatThrownBy(() -> tries.take("ana", "192.0.2.99")).isInstanceOf(LimitExceeded.class);
        assertThatThrownBy(() -> tries.take("ben", "198.51.100.7")).isInstanceOf(LimitExceeded.class);
        tries.take("cleo", "192.0.2.99");
        clock.move(Duration.ofDays(-400));
        tries.take("ana", "192.0.2.99");
        clock.move(Duration.ofDays(800));
        tries.take("ana", "192.0.2.99");
    }

    private String issue() {
        return api.ask("mutation { issueReferralCode(input: {clientId: \"ana\"}) { code } }")
                .at("/issueReferralCode/code")
                .asString();
    }

    private @Nullable String holder(String code) {
        var holder = api.ask("query($code: String!) { referralCodeHolder(code: $code) { id } }", Map.of("code", code))
                .path("referralCodeHolder");
        return holder.isNull() ? null : holder.path("id").asString();
    }

    private String found(String code) {
        return api.ask(
                        "query($code: String) { clients(search: $code) { edges { node { id } } } }",
                        Map.of("code", code))
                .toString();
    }

    private static double median(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
