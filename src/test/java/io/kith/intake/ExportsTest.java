package io.kith.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.referral.Referrals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@KithTest
class ExportsTest {

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    Referrals referrals;

    @Autowired
    TestGraph graph;

    @TempDir
    Path folder;

    @BeforeEach
    void empty() {
        graph.clear();
    }

    @Test
    void whatIsExportedAndImportedIsWhatItWas() throws IOException {
        SoundFolderWith.nastyTexts(folder);
        var first = imports.run(folder, false, ImportListener.none());
        assertThat(first.total().rejected()).isZero();
        var before = GraphDump.of(graph);
        var out = folder.resolve("out");
        var rows = exports.run(out);
        assertThat(rows.values()).allMatch(count -> count > 0);

        var unchanged = imports.run(out, false, ImportListener.none());
        assertThat(unchanged.total().loaded()).isZero();
        assertThat(unchanged.total().rejected()).isZero();
        assertThat(GraphDump.of(graph)).isEqualTo(before);

        graph.clear();
        imports.run(out, false, ImportListener.none());
        assertThat(GraphDump.of(graph)).isEqualTo(before);
        var again = folder.resolve("again");
        exports.run(again);
        for (var file : rows.keySet()) {
            assertThat(again.resolve(file)).hasSameTextualContentAs(out.resolve(file));
        }
    }

    @Test
    void aCorrectionIsNotUndoneByAnExport() throws IOException {
        SoundFolderWith.nastyTexts(folder);
        imports.run(folder, false, ImportListener.none());
        referrals.retract("R1", "the friend says otherwise", null);
        var out = folder.resolve("out");
        exports.run(out);

        graph.clear();
        var report = imports.run(out, false, ImportListener.none());

        assertThat(report.total().rejected()).isZero();
        assertThat(graph.run("MATCH (friend)<-[link:REFERRED]-() RETURN friend.id + ' ' + link.referralId"))
                .extracting(row -> row.get(0).asString())
                .containsExactly("C R3");
    }

    @Test
    void noCellRunsAsAFormulaAndNumbersStayNumbers() throws IOException {
        SoundFolderWith.nastyTexts(folder);
        imports.run(folder, false, ImportListener.none());
        exports.run(folder.resolve("out"));

        var exported = new ImportFolder(folder.resolve("out"));
        assertThat(exported.byId("clients").get("A").get("name")).isEqualTo("'=1+1");
        assertThat(exported.byId("clients").get("A").get("phone")).isEqualTo("+8613800138000");
        assertThat(exported.byId("visits").get("V1").get("paid")).isEqualTo("90.50");
        for (var file : Files.list(folder.resolve("out")).toList()) {
            for (var row : exported.rows(file.getFileName().toString().replace(".csv", ""))) {
                assertThat(row.values()).noneMatch(cell -> cell.matches("(?s)[=@\t\r＝].*|[+-].*[^0-9.].*"));
            }
        }
    }
}
