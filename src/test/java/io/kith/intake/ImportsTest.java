package io.kith.intake;

import static io.kith.intake.RejectCode.BAD_CHARACTER;
import static io.kith.intake.RejectCode.BAD_QUOTES;
import static io.kith.intake.RejectCode.CELL_COUNT;
import static io.kith.intake.RejectCode.CONFLICT;
import static io.kith.intake.RejectCode.CYCLE;
import static io.kith.intake.RejectCode.DUPLICATE_ID;
import static io.kith.intake.RejectCode.FUTURE_DATE;
import static io.kith.intake.RejectCode.INVALID_AMOUNT;
import static io.kith.intake.RejectCode.INVALID_DATE;
import static io.kith.intake.RejectCode.INVALID_VALUE;
import static io.kith.intake.RejectCode.LATE_CLAIM;
import static io.kith.intake.RejectCode.MISSING;
import static io.kith.intake.RejectCode.SECOND_REFERRER;
import static io.kith.intake.RejectCode.SELF_REFERRAL;
import static io.kith.intake.RejectCode.SELF_TIE;
import static io.kith.intake.RejectCode.TOO_LONG;
import static io.kith.intake.RejectCode.UNKNOWN_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.client.SearchKeys;
import io.kith.edge.Clinic;
import io.kith.edge.Conflict;
import io.kith.graph.Graph;
import io.kith.referral.Referrals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@KithTest
class ImportsTest {

    private static final String CLIENTS = "id,name,phone,joined_on,region,channel,birth_date";
    private static final String VISITS = "id,client_id,at,charged,paid,refunded,treatments,staff";
    private static final String REFERRALS = "id,referrer_id,referred_id,occurred_on,code,status";

    @Autowired
    Graph store;

    @Autowired
    SearchKeys searchKeys;

    @Autowired
    Referrals referrals;

    @Autowired
    Clinic clinic;

    @Autowired
    Clock clock;

    @Autowired
    TestGraph graph;

    @TempDir
    Path folder;

    private Imports imports;
    private FolderOfFiles files;

    @BeforeEach
    void empty() {
        graph.clear();
        imports = imports(7);
        files = new FolderOfFiles(folder);
    }

    @Test
    void everyGoodRowOfPoisonFilesLoadsAndEveryBadRowIsNamed() {
        int good = poison();

        var report = run();
        assertThat(FolderOfFiles.named(report)).containsExactlyElementsOf(files.expected());
        assertThat(report.files()).allMatch(FileCount::balances);
        assertThat(report.total().loaded()).isEqualTo(good);
        var after = GraphDump.of(graph);

        var again = run();
        assertThat(FolderOfFiles.named(again)).containsExactlyElementsOf(files.expected());
        assertThat(again.total().loaded()).isZero();
        assertThat(again.total().unchanged()).isEqualTo(good);
        assertThat(GraphDump.of(graph)).isEqualTo(after);
    }

    @Test
    void aDryRunOfPoisonFilesFindsTheSameAndWritesNothing() {
        poison();

        var dry = imports.run(folder, true, ImportListener.none());

        assertThat(FolderOfFiles.named(dry)).containsExactlyElementsOf(files.expected());
        assertThat(GraphDump.of(graph)).isEmpty();
        assertThat(dry.files()).isEqualTo(run().files());
    }

    @Test
    void anImportCutOffAnywhereAndRunAgainEndsInTheSameGraph() {
        poison();
        run();
        var whole = GraphDump.of(graph);
        var steps = new AtomicInteger();
        imports.run(folder, false, progress -> steps.incrementAndGet());
        var seed = new Random().nextLong();
        var chance = new Random(seed);

        for (int round = 0; round < 5; round++) {
            graph.clear();
            int end = 1 + chance.nextInt(steps.get() - 1);
            var left = new AtomicInteger(end);
            assertThatThrownBy(() -> imports(1 + chance.nextInt(7)).run(folder, false, progress -> {
                        if (left.decrementAndGet() == 0) {
                            throw new IllegalStateException("cut off");
                        }
                    }))
                    .hasMessage("cut off");
            run();
            assertThat(GraphDump.of(graph))
                    .as("seed %d, cut off at step %d", seed, end)
                    .isEqualTo(whole);
        }
    }

    @Test
    void ringsOfTwoFiveAndAThousandAreCutAtTheirLastClaim() {
        var clients = files.file("clients.csv", "id,name");
        IntStream.rangeClosed(1, 1007).forEach(i -> clients.good("C%04d,Client %d".formatted(i, i)));
        clients.write();
        var claims = files.file("referrals.csv", REFERRALS);
        ring(claims, 1, 2);
        ring(claims, 3, 5);
        ring(claims, 8, 1000);
        claims.write();

        var report = run();

        assertThat(FolderOfFiles.named(report)).containsExactlyElementsOf(files.expected());
        assertThat(number("MATCH (n:Referral) RETURN count(n)")).isEqualTo(1007);
        assertThat(number("MATCH ()-[n:REFERRED]->() RETURN count(n)")).isEqualTo(1004);
        assertThat(number("MATCH (n:Referral) WHERE NOT n.credited RETURN count(n)"))
                .isEqualTo(3);
    }

    @Test
    void theEarliestClaimThatKeepsTheForestIsCreditedInWhateverOrderTheyStand() {
        files.file("clients.csv", "id,name")
                .good("A,Ana", "B,Ben", "C,Cleo", "D,Dai")
                .write();
        files.file("referrals.csv", REFERRALS)
                .kept("referrer_id", SECOND_REFERRER, "R9,C,B,2026-01-05,,")
                .good("R2,A,B,2026-01-04,,INTRODUCED")
                .kept("referrer_id", SECOND_REFERRER, "R3,D,B,2026-01-04,,")
                .good("R4,B,C,2026-01-03,,")
                .kept("referrer_id", CYCLE, "R5,C,A,2026-02-01,,")
                .bad("referred_id", SELF_REFERRAL, "R6,D,D,2026-02-01,,")
                .write();

        assertThat(FolderOfFiles.named(run())).containsExactlyElementsOf(files.expected());
        assertThat(links()).containsExactlyInAnyOrder("A R2 B", "B R4 C");

        files.file("referrals.csv", REFERRALS).good("R1,D,B,2025-01-01,,").write();
        var later = run();
        assertThat(FolderOfFiles.named(later)).containsExactly("referrals.csv 2 referrer_id SECOND_REFERRER");
        assertThat(links()).as("links that exist stay").containsExactlyInAnyOrder("A R2 B", "B R4 C");
    }

    @Test
    void whatAnotherWriterLinkedMeanwhileStandsAndNoRingIsClosed() {
        files.file("clients.csv", "id,name").good("A,Ana", "B,Ben", "C,Cleo").write();
        run();
        files.file("referrals.csv", REFERRALS)
                .good("R1,A,B,2026-01-01,,", "R2,B,C,2026-01-02,,")
                .write();

        var report = imports.run(folder, false, progress -> {
            if (progress.file().equals("referrals.csv") && links().isEmpty()) {
                graph.run("""
                        MATCH (cleo:Client {id: 'C'}), (ana:Client {id: 'A'})
                        CREATE (cleo)-[:REFERRED {referralId: 'R0', referredId: 'A', validFrom: date('2026-01-01'),
                          recordedAt: datetime(), converted: false}]->(ana)
                        """);
            }
        });

        assertThat(links()).hasSize(2).contains("C R0 A");
        assertThat(FolderOfFiles.named(report)).hasSize(1).allMatch(line -> line.endsWith("CYCLE"));
    }

    @Test
    void twoLinksOfOneBatchCannotCloseARingTogether() {
        files.file("clients.csv", "id,name").good("A,Ana", "B,Ben").write();
        run();
        var rows = List.of(event("R1", "A", "B"), event("R2", "B", "A"), event("R3", "A", "B"));

        var denied = store.list(
                "intake/referrals-load",
                Map.of(
                        "rows",
                        rows,
                        "recordedAt",
                        Line.values("at", Line.utc(clock.instant())).get("at")),
                row -> row.text("denied"));

        assertThat(denied).containsExactly("R2", "R3");
        assertThat(links()).containsExactly("A R1 B");
    }

    @Test
    void friendsWhoPaidHaveConvertedWhicheverFileComesFirst() {
        files.file("clients.csv", "id,name").good("A,Ana", "B,Ben", "C,Cleo").write();
        files.file("referrals.csv", REFERRALS)
                .good("R1,A,B,2026-01-01,,INTRODUCED", "R2,A,C,2026-01-01,,LAPSED")
                .write();
        run();
        assertThat(number("MATCH ()-[n:REFERRED {converted: true}]->() RETURN count(n)"))
                .isZero();

        files.file("visits.csv", VISITS)
                .good("V1,B,2026-01-03T02:00:00Z,10,10,,,", "V2,B,2026-01-02T02:00:00Z,10,10,,,")
                .write();
        var report = run();

        assertThat(report.total().remarks()).isZero();
        assertThat(graph.run("MATCH (n:Referral {id: 'R1'}) RETURN n.status + ' ' + toString(n.convertedAt)")
                        .get(0)
                        .get(0)
                        .asString())
                .isEqualTo("CONVERTED 2026-01-02T02:00:00Z");
        var after = GraphDump.of(graph);
        run();
        assertThat(GraphDump.of(graph)).isEqualTo(after);
        var versionless = withoutVersions();
        graph.clear();
        run();
        assertThat(withoutVersions()).as("all at once").isEqualTo(versionless);
    }

    @Test
    void aLateClaimIsKeptAndFlagged() {
        files.file("clients.csv", "id,name").good("A,Ana", "B,Ben", "C,Cleo").write();
        files.file("visits.csv", VISITS)
                .good("V1,B,2026-01-03,10,10,,,", "V2,C,2026-01-03,10,10,,,")
                .write();
        files.file("referrals.csv", REFERRALS)
                .kept("occurred_on", LATE_CLAIM, "R1,A,B,2026-01-04,,CONVERTED")
                .good("R2,A,C,2026-01-03,,CONVERTED")
                .write();

        assertThat(FolderOfFiles.named(imports.run(folder, true, ImportListener.none())))
                .containsExactlyElementsOf(files.expected());
        var report = run();
        assertThat(FolderOfFiles.named(report)).containsExactlyElementsOf(files.expected());
        assertThat(report.total().rejected()).isZero();
        assertThat(links()).containsExactlyInAnyOrder("A R1 B", "A R2 C");
        assertThat(number("MATCH (n:Referral {afterFirstVisit: true}) RETURN count(n)"))
                .isEqualTo(1);
    }

    @Test
    void clientsAreAmendedAndAnEmptyCellTakesNothingAway() {
        files.file("channels.csv", "code,name").good("WEB,Web", "WALK,Walk-in").write();
        files.file("clients.csv", CLIENTS)
                .good("A,Ana,13800138000,2026-01-01,South,WEB,1990-05-01")
                .write();
        run();
        files.file("clients.csv", CLIENTS).good("A,Ana Wang,,,,WALK,").write();

        assertThat(run().total()).isEqualTo(new FileCount("total", 3, 1, 2, 0, 0));

        var ana = graph.run("""
                        MATCH (client:Client {id: 'A'})-[:ACQUIRED_VIA]->(channel)
                        RETURN client.name, client.phone, toString(client.joinedOn), client.region, client.version,
                          client.searchKeys CONTAINS 'wang', collect(channel.code)
                        """).get(0);
        assertThat(ana.values().toString())
                .isEqualTo("[\"Ana Wang\", \"13800138000\", \"2026-01-01\", \"South\", 2, TRUE, [\"WALK\"]]");
        assertThat(run().total().unchanged()).isEqualTo(3);
    }

    @Test
    void whatHappenedIsNeverChangedByALaterFile() {
        files.file("staff.csv", "id,name,role").good("S,Sun,DOCTOR").write();
        files.file("clients.csv", "id,name").good("A,Ana", "B,Ben").write();
        files.file("visits.csv", VISITS)
                .good("V1,A,2026-01-03,10,10,4,,S", "V2,A,2026-01-03,10,10,,,")
                .write();
        files.file("feedback.csv", "id,client_id,kind,opened_at,closed_at,staff_id")
                .good("F1,A,COMPLAINT,2026-01-03,,")
                .write();
        run();
        var before = GraphDump.of(graph);

        files.file("visits.csv", VISITS)
                .bad("paid", CONFLICT, "V1,A,2026-01-03,10,9,4,,S:DOCTOR")
                .bad("client_id", CONFLICT, "V2,B,2026-01-03,10,10,,,")
                .write();
        files.file("feedback.csv", "id,client_id,kind,opened_at,closed_at,staff_id")
                .bad("kind", CONFLICT, "F1,A,PRAISE,2026-01-03,,")
                .write();
        assertThat(FolderOfFiles.named(run())).containsExactlyElementsOf(files.expected());
        assertThat(GraphDump.of(graph)).isEqualTo(before);

        files.file("visits.csv", VISITS)
                .good("V1,A,2026-01-03,10,10,4,,S:DOCTOR")
                .write();
        files.file("feedback.csv", "id,client_id,kind,opened_at,closed_at,staff_id")
                .good("F1,A,COMPLAINT,2026-01-03,2026-01-05,S")
                .write();
        assertThat(run().files())
                .extracting(FileCount::file, FileCount::loaded)
                .contains(org.assertj.core.api.Assertions.tuple("feedback.csv", 1L))
                .contains(org.assertj.core.api.Assertions.tuple("visits.csv", 0L));
        assertThat(number("MATCH (n:Feedback)-[:HANDLED_BY]->() WHERE n.closedAt IS NOT NULL RETURN count(n)"))
                .isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeReadStopsTheImportBeforeAnythingIsLoaded() throws IOException {
        files.file("clients.csv", "id,name").good("A,Ana").write();
        files.file("visits.csv", "id,client_id,at").good("V1,A,2026-01-03").write();

        var out = new ByteArrayOutputStream();
        assertThat(new ImportConsole(imports).run(folder, false, false, new PrintStream(out)))
                .isEqualTo(2);
        assertThat(out.toString()).contains("visits.csv cannot be read: its header row lacks the column paid.");
        assertThat(GraphDump.of(graph)).isEmpty();
        assertThatThrownBy(() -> imports.run(folder.resolve("nowhere"), false, ImportListener.none()))
                .isInstanceOf(FileUnreadable.class);
        assertThatThrownBy(
                        () -> imports.run(Files.createDirectory(folder.resolve("bare")), false, ImportListener.none()))
                .isInstanceOf(FileUnreadable.class);
    }

    @Test
    void theCommandLineShowsATableThatAddsUpAndEndsAsAsked() {
        files.file("clients.csv", "id,name,shoe size")
                .good("A,Ana,39")
                .bad("id", MISSING, ",Ben,42")
                .write();
        files.file("pets.csv", "id").good("1").write();

        var out = new ByteArrayOutputStream();
        assertThat(new ImportConsole(imports).run(folder, false, true, new PrintStream(out)))
                .isEqualTo(1);
        assertThat(new ImportConsole(imports).run(folder, false, false, new PrintStream(out)))
                .isZero();
        assertThat(out.toString())
                .containsPattern("clients.csv +2 +1 +0 +1 +0\n")
                .containsPattern("clients.csv +2 +0 +1 +1 +0\n")
                .contains("Note: clients.csv: the column 'shoe size' is ignored.", "Note: pets.csv is ignored")
                .contains("rejects.csv");
    }

    @Test
    void thereIsOneImportAtATime() {
        files.file("clients.csv", "id,name").good("A,Ana").write();

        assertThatThrownBy(
                        () -> imports.run(folder, false, progress -> imports.run(folder, false, ImportListener.none())))
                .isInstanceOf(Conflict.class);
        assertThat(imports.running()).isFalse();
        run();
    }

    @Test
    void namesPhonesAndNotesNeverStandInTheRejects() throws IOException {
        files.file("clients.csv", CLIENTS)
                .bad("name", TOO_LONG, "A," + "王伟".repeat(200) + ",,,,,")
                .bad("phone", TOO_LONG, "B,Ben," + "13800138000".repeat(9) + ",,,,")
                .bad("birth_date", INVALID_DATE, "C,Cleo,,,,,19900501x")
                .write();

        var report = run();

        assertThat(FolderOfFiles.named(report)).containsExactlyElementsOf(files.expected());
        assertThat(Files.readString(report.rejects())).doesNotContain("王", "138", "1990");
    }

    private int poison() {
        int good = files.file("staff.csv", "id,name,role,active_from,active_to")
                .in("UTF-16LE", "\r\n", "\uFEFF")
                .good("S1,孙医生,DOCTOR,2020-01-01,2099-12-31", "S2,,front desk,,")
                .bad("role", INVALID_VALUE, "S3,Sun,BOSS,,")
                .bad("role", MISSING, "S4,Sun,,,")
                .bad("active_to", INVALID_DATE, "S5,Sun,NURSE,2020-01-01,2019-01-01")
                .write();
        good += files.file("treatments.csv", "code,name,category,price,effect_days")
                .in("UTF-16BE", "\n", "")
                .good("T1,Botox,SKIN,９９９．５０,120", "T2,,,,")
                .bad("price", INVALID_AMOUNT, "T3,x,y,-1,")
                .bad("effect_days", INVALID_VALUE, "T4,x,y,1,1.5")
                .bad("code", DUPLICATE_ID, "T1,x,y,1,")
                .write();
        good += files.file("channels.csv", "code,name")
                .good("WEB,=HYPERLINK(1)")
                .write();
        good += files.file("channel_spend.csv", "channel,month,amount")
                .good("WEB,2026-01,100", "WEB,2026-02,0")
                .bad("channel", DUPLICATE_ID, "WEB,2026-01,200")
                .bad("channel", UNKNOWN_ID, "TV,2026-01,200")
                .bad("month", INVALID_DATE, "WEB,2026-13,200")
                .bad("amount", INVALID_AMOUNT, "WEB,2026-03,NaN")
                .write();
        good += files.file("clients.csv", CLIENTS)
                .in("GB18030", "\r", "")
                .good("A,王伟,13800138000,2025-01-01,深圳,WEB,1990-01-01", "B,欧阳娜娜,,,,,", "C,\"张, \"\"三\"\"\n丰\",,,,,")
                .bad("", CELL_COUNT, "D,李四")
                .bad("", CELL_COUNT, "D,李四,,,,,,")
                .bad("name", BAD_CHARACTER, "D,李\0四,,,,,")
                .bad("id", DUPLICATE_ID, "A,王伟,,,,,")
                .bad("id", MISSING, ",王伟,,,,,")
                .bad("id", TOO_LONG, "X".repeat(65) + ",王伟,,,,,")
                .bad("channel", UNKNOWN_ID, "D,李四,,,,TV,")
                .bad("joined_on", FUTURE_DATE, "D,李四,,2999-01-01,,,")
                .bad("birth_date", INVALID_DATE, "D,李四,,,,,1899-12-31")
                .good("D,单雄信,,1900-01-01,,,", "E,,,,,,", "F,曾国藩,,2024/2/29,,,")
                .write();
        good += files.file("ties.csv", "client_id,other_id,kind,since")
                .good("B,A,FRIEND,2020-01-01", "A,B,kin,")
                .bad("client_id", DUPLICATE_ID, "A,B,FRIEND,")
                .bad("other_id", SELF_TIE, "A,A,KIN,")
                .bad("other_id", UNKNOWN_ID, "A,Z,KIN,")
                .write();
        good += files.file("visits.csv", VISITS)
                .good("V1,A,2026-01-01,100,90.5,10,T2|T1,S1:DOCTOR|S2", "V2,A,2026-01-02T03:04:05Z,,80,,,")
                .bad("paid", INVALID_AMOUNT, "V3,A,2026-01-01,1,1e308,,,")
                .bad("paid", INVALID_AMOUNT, "V3,A,2026-01-01,1,1E+999999999,,,")
                .bad("paid", INVALID_AMOUNT, "V3,A,2026-01-01,1,-1,,,")
                .bad("paid", INVALID_AMOUNT, "V3,A,2026-01-01,1,0.005,,,")
                .bad("paid", INVALID_AMOUNT, "V3,A,2026-01-01,1,NaN,,,")
                .bad("paid", MISSING, "V3,A,2026-01-01,1,,,,")
                .bad("refunded", INVALID_AMOUNT, "V3,A,2026-01-01,1,1,2,,")
                .bad("at", FUTURE_DATE, "V3,A,2999-01-01,1,1,,,")
                .bad("at", INVALID_DATE, "V3,A,1899-12-31,1,1,,,")
                .bad("at", INVALID_DATE, "V3,A,2023-02-30,1,1,,,")
                .bad("client_id", UNKNOWN_ID, "V3,Z,2026-01-01,1,1,,,")
                .bad("treatments", UNKNOWN_ID, "V3,A,2026-01-01,1,1,,T1|T9,")
                .bad("staff", UNKNOWN_ID, "V3,A,2026-01-01,1,1,,,S9:DOCTOR")
                .bad("staff", INVALID_VALUE, "V3,A,2026-01-01,1,1,,,S1:BOSS")
                .bad("id", DUPLICATE_ID, "V1,A,2026-01-01,100,90.5,10,T2|T1,S1:DOCTOR|S2")
                .good("V3,E,1900-01-01,０,０,0,,")
                .write();
        good += files.file("referrals.csv", REFERRALS)
                .in("UTF-8", "\r\n", "\uFEFF")
                .good("R1,A,B,2026-01-01,K1,CONVERTED", "R2,B,C,2026-01-01,,")
                .kept("referrer_id", CYCLE, "R3,C,A,2026-01-02,,INTRODUCED")
                .kept("referrer_id", SECOND_REFERRER, "R4,D,B,2026-01-02,,INTRODUCED")
                .bad("referrer_id", UNKNOWN_ID, "R5,UNKNOWN,D,2026-01-02,,")
                .bad("status", INVALID_VALUE, "R5,A,D,2026-01-02,,MAYBE")
                .bad("occurred_on", MISSING, "R5,A,D,,,")
                .bad("referred_id", SELF_REFERRAL, "R5,A,A,2026-01-02,,")
                .bad("id", DUPLICATE_ID, "R1,A,D,2026-01-02,,")
                .write();
        good += files.file("touchpoints.csv", "id,client_id,staff_id,at,stage,kind,satisfaction,rapport,note")
                .good("P1,A,S1,2026-01-01,AFTER,FOLLOW_UP,5,4,\"says \"\"hello\"\",\nall well\"")
                .bad("", TOO_LONG, "P2,A,S1,2026-01-01,AFTER,CALL,,," + "x".repeat(10 << 20))
                .bad("note", TOO_LONG, "P2,A,S1,2026-01-01,AFTER,CALL,,," + "x".repeat(5_000))
                .bad("satisfaction", INVALID_VALUE, "P2,A,S1,2026-01-01,AFTER,CALL,6,,")
                .bad("staff_id", MISSING, "P2,A,,2026-01-01,AFTER,CALL,6,,")
                .bad("", BAD_QUOTES, "P2,A,S1,2026-01-01,AFTER,CALL,,,\"never closed")
                .good("P3,B,S2,2026-01-01,BEFORE,NO SHOW,,,")
                .bad("", BAD_QUOTES, "P4,A,S1,2026-01-01,AFTER,CALL,,,\"never closed")
                .write();
        good += files.file(
                        "feedback.csv",
                        "id,client_id,kind,topic,severity,opened_at,first_response_at,solution_at,closed_at,staff_id")
                .good("F1,A,COMPLAINT,wait,3,2026-01-01,2026-01-01,,,S1")
                .bad("closed_at", INVALID_DATE, "F2,A,COMPLAINT,wait,3,2026-01-02,,,2026-01-01,")
                .write();
        good += files.file("surveys.csv", "id,client_id,at,score")
                .good("Q1,A,2026-01-01,10", "Q2,A,2026-01-01,0")
                .bad("score", INVALID_VALUE, "Q3,A,2026-01-01,11")
                .write();
        good += files.file("activities.csv", "id,name,kind,held_on")
                .good("X1,Open day,EVENT,2026-01-01")
                .write();
        good += files.file("attendances.csv", "activity_id,client_id,contribution")
                .good("X1,A,3", "X1,B,")
                .bad("activity_id", UNKNOWN_ID, "X9,A,3")
                .bad("activity_id", DUPLICATE_ID, "X1,A,3")
                .write();
        return good;
    }

    private void ring(FolderOfFiles.OneFile claims, int first, int size) {
        for (int i = 0; i < size; i++) {
            var row = "R%04d,C%04d,C%04d,2026-01-01,,".formatted(first + i, first + i, first + (i + 1) % size);
            if (i == size - 1) {
                claims.kept("referrer_id", CYCLE, row);
            } else {
                claims.good(row);
            }
        }
    }

    private Map<String, Object> event(String id, String referrer, String friend) {
        var line = new ReferralLine(id, referrer, friend, java.time.LocalDate.of(2026, 1, 1), null, null, null, null);
        return new ReferralEvent(2, line, false, new ReferralLine.Standing(true, false, false), null, clock.instant())
                .parameters(clock.instant());
    }

    private List<String> links() {
        return graph.run("""
                MATCH (referrer:Client)-[link:REFERRED]->(referred:Client)
                RETURN referrer.id + ' ' + link.referralId + ' ' + referred.id
                """).stream().map(row -> row.get(0).asString()).toList();
    }

    private List<String> withoutVersions() {
        return GraphDump.of(graph).stream()
                .map(line -> line.replaceAll("version=\\d+", ""))
                .toList();
    }

    private long number(String cypher) {
        return graph.run(cypher).get(0).get(0).asLong();
    }

    private ImportReport run() {
        return imports.run(folder, false, ImportListener.none());
    }

    private Imports imports(int batchRows) {
        return new Imports(store, searchKeys, referrals, clinic, clock, batchRows);
    }
}
