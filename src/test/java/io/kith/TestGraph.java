package io.kith;

import io.kith.influence.InfluenceRuns;
import io.kith.referral.Referrals;
import io.kith.tier.TierRuns;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.springframework.boot.test.context.TestComponent;

/** The store behind Kith's back: for emptying it before a test, and for looking at what really is there. */
@TestComponent
public class TestGraph {

    private final Driver driver;
    private final Referrals referrals;
    private final TestClock clock;
    private final InfluenceRuns influenceRuns;
    private final TierRuns tierRuns;
    private final TestPlace place;

    TestGraph(
            Driver driver,
            Referrals referrals,
            TestClock clock,
            InfluenceRuns influenceRuns,
            TierRuns tierRuns,
            TestPlace place) {
        this.driver = driver;
        this.referrals = referrals;
        this.clock = clock;
        this.influenceRuns = influenceRuns;
        this.tierRuns = tierRuns;
        this.place = place;
    }

    /**
     * Deletes everything but what the migrations made, the running processes and the accounts, which are held in memory too, lets
     * the clock run as the system's, and stands nowhere known.
     */
    public void clear() {
        clock.reset();
        place.reset();
        run("""
                MATCH (node)
                WHERE NOT node:ReferralTree AND NOT node:__Neo4jMigration AND NOT node:Account AND NOT node:AccessToken
                  AND NOT node:Process
                CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS
                """);
        referrals.rebuildNetwork();
        influenceRuns.reload();
        tierRuns.reload();
    }

    public List<Record> run(String cypher, Map<String, Object> parameters) {
        try (var session = driver.session()) {
            return session.run(cypher, parameters).list();
        }
    }

    /** Does something while an open transaction of another's holds what a statement has locked. */
    public void whileHeld(String cypher, Runnable work) {
        try (var session = driver.session();
                var transaction = session.beginTransaction()) {
            transaction.run(cypher).consume();
            work.run();
        }
    }

    public List<Record> run(String cypher) {
        return run(cypher, Map.of());
    }
}
