package io.kith.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kith.edge.Clinic;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReaderTest {

    private static final Columns CLIENTS = Columns.of("id! name phone");
    private static final Frame FRAME = new Frame(
            new Clinic(Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai"), "CN", "unknown"),
            Instant.parse("2026-03-01T04:00:00Z"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,''", "UTF-8,EFBBBF",
        "UTF-16LE,''", "UTF-16LE,FFFE",
        "UTF-16BE,''", "UTF-16BE,FEFF",
        "GB18030,''", "GB18030,84319533"
    })
    void aFileIsReadInItsOwnEncodingWithAndWithoutMark(String encoding, String mark) throws IOException {
        var text = "id,name,phone\nA,王伟,\nB,欧阳娜娜,13800138000\nC,单雄信,\n";

        assertThat(read(concatenated(mark, text.getBytes(Charset.forName(encoding)))))
                .containsExactly("2 A 王伟", "3 B 欧阳娜娜", "4 C 单雄信");
    }

    @Test
    void traditionalNamesInBig5AreNotTakenForGb18030() throws IOException {
        var names = "王偉 李娜 張敏 單雄信 曾國藩 歐陽娜娜 區志明 趙麗穎 劉洋 陳靜 黃曉明";

        assertThat(read(("id,name\nA," + names + "\n").getBytes("Big5"))).containsExactly("2 A " + names);
        assertThat(read(("id,name\nA," + names + "\n").getBytes("GB18030"))).containsExactly("2 A " + names);
    }

    @Test
    void theEncodingIsSeenHoweverLateTheFirstChineseNameComes() throws IOException {
        var text = new StringBuilder("id,name\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("C").append(i).append(",Ana\n");
        }
        text.append("Z,王伟\n");

        assertThat(read(text.toString().getBytes("GB18030"))).hasSize(100_001).endsWith("100002 Z 王伟");
    }

    @Test
    void bytesThatCannotBeDecodedAreRefusedRowByRow() throws IOException {
        var bytes = "id,name\nA,Ana\nB,Jos?\nC,Cleo\nD,王伟伟\n".getBytes(UTF_8);
        bytes[18] = (byte) 0xE9;

        assertThat(read(bytes)).containsExactly("2 A Ana", "3 BAD_ENCODING name", "4 C Cleo", "5 D 王伟伟");
    }

    @ParameterizedTest
    @CsvSource({"LF", "CRLF", "CR"})
    void anyLineEndDoesAndQuotedCellsKeepTheirs(String kind) throws IOException {
        var end = kind.equals("LF") ? "\n" : kind.equals("CR") ? "\r" : "\r\n";
        var text = String.join(end, "ID , Name", "A,\"Ana \"\"the\"\",", "first\"", "", " B , Ben ", ",,", "C,Cleo");

        assertThat(read(text.getBytes(UTF_8)))
                .containsExactly("2 A Ana \"the\"," + end + "first", "5 B Ben", "7 C Cleo");
    }

    @Test
    void aQuoteThatIsNotClosedCostsItsOwnRowOnly() throws IOException {
        assertThat(read("id,name\nA,Ana\nB,\"Ben\nC,Cleo\nD,Dai\n"))
                .containsExactly("2 A Ana", "3 BAD_QUOTES ", "4 C Cleo", "5 D Dai");
        assertThat(read("id,name\nA,Ana\nB,\"Ben")).containsExactly("2 A Ana", "3 BAD_QUOTES ");
        assertThat(read("id,name\nA,Ana\nB,\"")).containsExactly("2 A Ana", "3 BAD_QUOTES ");
        assertThat(read("id,name\nA,\"An\"a\nB,\"Ben\"\nC,5\" nail\n"))
                .containsExactly("2 BAD_QUOTES ", "3 B Ben", "4 C 5\" nail");
        assertThat(read("id,name\nA,\"Ana\nB,Ben\nC,\"Cleo\"\nD,Dai\n"))
                .containsExactly("2 BAD_QUOTES ", "3 B Ben", "4 C Cleo", "5 D Dai");
    }

    @Test
    void aCellOfTenMegabytesCostsItsOwnRowOnly() throws IOException {
        var cell = "x".repeat(10 << 20);

        assertThat(read("id,name\nA,Ana\nB," + cell + "\nC,Cleo\n"))
                .containsExactly("2 A Ana", "3 TOO_LONG ", "4 C Cleo");
        assertThat(read("id,name\nA,Ana\r\nB,\"" + cell + "\"\r\nC,Cleo"))
                .containsExactly("2 A Ana", "3 TOO_LONG ", "4 C Cleo");
        assertThat(read("id,name\nA,Ana\nB,\"" + cell)).containsExactly("2 A Ana", "3 TOO_LONG ");
        assertThat(read("id,name\nB" + ",".repeat(10 << 20) + "\nC,Cleo\n")).containsExactly("2 TOO_LONG ", "3 C Cleo");
    }

    @Test
    void aQuoteThatIsNotClosedInAnEndlessFileCostsItsOwnRowOnly() throws IOException {
        var text = new StringBuilder("id,name\nA,\"Ana\n");
        for (int i = 0; i < 200_000; i++) {
            text.append("C").append(i).append(",Ben\n");
        }

        assertThat(read(text.toString()))
                .hasSize(200_001)
                .startsWith("2 TOO_LONG ")
                .endsWith("200002 C199999 Ben");
    }

    @Test
    void raggedRowsAndZeroBytesAreRefused() throws IOException {
        assertThat(read("id,name\nA\nB,Ben,x\nC,Cl\0eo\nD,Dai\n"))
                .containsExactly("2 CELL_COUNT ", "3 CELL_COUNT ", "4 BAD_CHARACTER name", "5 D Dai");
    }

    @Test
    void columnsAreFoundByNameWhateverTheirOrderAndExtraOnesAreNoted() throws IOException {
        write("﻿phone,Remark, NAME ,Id,\n1,x,Ana,A,\n".getBytes(UTF_16LE));
        try (var reader = new TableReader(file(), CLIENTS, FRAME)) {
            assertThat(reader.unknownColumns()).containsExactly("Remark");
            assertThat(shown(reader)).containsExactly("2 A Ana");
        }
    }

    @Test
    void aFileWithoutItsNeededColumnsCannotBeRead() throws IOException {
        assertThatThrownBy(() -> read("name,phone\nAna,13800138000\n"))
                .isInstanceOf(FileUnreadable.class)
                .hasMessage("clients.csv cannot be read: its header row lacks the column id.");
        assertThatThrownBy(() -> read("id,name,ID\nA,Ana,A\n")).hasMessageContaining("names the column id twice");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("\"id,name\nA,Ana\n")).hasMessageContaining("header row");
    }

    @Test
    void anyBytesAtAllAreReadToTheirEnd() throws IOException {
        var seed = new Random().nextLong();
        var chance = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder("id,name\n");
            for (int i = chance.nextInt(200); i > 0; i--) {
                text.append("A,\"\"\"\n\r\n,,bc\0\uFFFD王".charAt(chance.nextInt(15)));
            }
            var lines = (int) text.toString()
                    .replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .lines()
                    .count();
            var rows = read(text.append("\nZ,Zoe\n").toString());
            assertThat(rows).as("seed %d round %d", seed, round).isNotEmpty().hasSizeLessThanOrEqualTo(lines + 1);
            assertThat(rows.get(rows.size() - 1))
                    .as("seed %d round %d", seed, round)
                    .endsWith("Z Zoe");
        }
    }

    @Test
    void aFileInUtf16BigEndianEndsInHalfACharacter() throws IOException {
        var text = "id,name\nA,Ana\n".getBytes(UTF_16BE);

        assertThat(read(concatenated("", java.util.Arrays.copyOf(text, text.length + 1))))
                .containsExactly("2 A Ana", "3 CELL_COUNT ");
    }

    private List<String> read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private List<String> read(byte[] bytes) throws IOException {
        write(bytes);
        try (var reader = new TableReader(file(), CLIENTS, FRAME)) {
            return shown(reader);
        }
    }

    private static List<String> shown(TableReader reader) {
        var rows = new ArrayList<String>();
        for (var cells = reader.next(); cells != null; cells = reader.next()) {
            rows.add(shown(cells));
        }
        return rows;
    }

    private static String shown(Cells cells) {
        try {
            return cells.line() + " " + cells.sound().idOrNull("id") + " " + cells.text("name", 1000);
        } catch (BadRow bad) {
            var reject = bad.at("clients.csv", cells.line());
            return reject.line() + " " + reject.code() + " " + reject.field();
        }
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
    }

    private Path file() {
        return folder.resolve("clients.csv");
    }

    private static byte[] concatenated(String mark, byte[] text) {
        var head = java.util.HexFormat.of().parseHex(mark);
        var all = java.util.Arrays.copyOf(head, head.length + text.length);
        System.arraycopy(text, 0, all, head.length, text.length);
        return all;
    }
}
