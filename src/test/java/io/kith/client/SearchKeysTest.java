package io.kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeysTest {

    private static final SearchKeys SEARCH = new SearchKeys(new Phones("CN"));
    private static final Map<String, String> KEYS = new LinkedHashMap<>();
    private static LuceneIndex index;

    @BeforeAll
    static void theClinicKnowsThesePeople() throws Exception {
        know("C0001", "王伟", "138 0013 8000");
        know("C0002", "王芳", "+8613912345678");
        know("C0003", "王小伟", null);
        know("C0004", "張偉", null);
        know("C0005", "张薇", null);
        know("C0006", "单雄信", null);
        know("C0007", "曾黎", null);
        know("C0008", "區志強", null);
        know("C0009", "仇英", null);
        know("C0010", "解小东", null);
        know("C0011", "查良镛", null);
        know("C0012", "朴树", null);
        know("C0013", "任静", null);
        know("C0014", "华罗庚", null);
        know("C0015", "盖叫天", null);
        know("C0016", "缪昌", null);
        know("C0017", "翟志刚", null);
        know("C0018", "尉迟恭", null);
        know("C0019", "万俟卨", null);
        know("C0020", "欧阳修", null);
        know("C0021", "吕布", null);
        know("C0022", "José Álvarez", null);
        know("C0023", "Ana Lopez", null);
        know("C0024", "Anabel Reed", null);
        know("C0025", "Jean-Luc Picard", null);
        know("C0026", "Miles O’Brien", null);
        know("C0027", "黄　蓉 Daisy", null);
        know("C0028", "后羿", null);
        know("C0029", "ＬＵＣＹ Ｓｍｉｔｈ", null);
        know("C0030", "小美🌸", null);
        know("C0031", "Nguyễn Thị Đào", null);
        know("C0032", "Ben Okafor", "+44 20 7946 0018");
        know("C0033", "Cleo", "+886 912 345 678");
        know("C0034", "常乐", null);
        know("C0035", "Łukasz Groß", "call his office 55501");
        know("C0142", "Wangari Maathai", null);
        know("N-7", "阿依古丽·买买提", null);
        know("X1", "NOT AND", null, "7K3F-9QXM-2P");
        know("X2", "長孫無忌", null, "HH22JJ44KK");
        index = new LuceneIndex(KEYS);
    }

    private static void know(String id, String name, String phone, String... codes) {
        KEYS.put(name, SEARCH.keysOf(id, name, phone, List.of(codes)));
    }

    @AfterAll
    static void closeTheIndex() throws Exception {
        index.close();
    }

    @ParameterizedTest(name = "typing {0} finds {1}")
    @CsvSource(
            value = {
                "王伟 | 王伟",
                "王 | 王伟,王芳,王小伟",
                "王偉 | 王伟",
                "伟 | 王伟,王小伟,張偉",
                "小伟 | 王小伟",
                "张伟 | 張偉",
                "張偉 | 張偉",
                "張 | 張偉,张薇",
                "王 伟 | 王伟,王小伟",
                "伟王 | ''",
                "wangwei | 王伟",
                "WangWei | 王伟",
                "ｗａｎｇｗｅｉ | 王伟",
                "wáng wěi | 王伟,王小伟",
                "wang wei | 王伟,王小伟",
                "wei wang | 王伟,王小伟",
                "wangw | 王伟",
                "wangxiaowei | 王小伟",
                "xiaowei | 王小伟",
                "ww | 王伟",
                "wxw | 王小伟",
                "xw | 王小伟",
                "王wei | 王伟,王小伟",
                "王 fang | 王芳",
                "wang fang | 王芳",
                "zhangwei | 張偉,张薇",
                "zw | 張偉,张薇",
                "shan xiongxin | 单雄信",
                "sxx | 单雄信",
                "zengli | 曾黎",
                "ouzhiqiang | 區志強",
                "区志强 | 區志強",
                "ozq | 區志強",
                "qiuying | 仇英",
                "xiexiaodong | 解小东",
                "zhaliangyong | 查良镛",
                "piaoshu | 朴树",
                "renjing | 任静",
                "hualuogeng | 华罗庚",
                "gejiaotian | 盖叫天",
                "gaijiaotian | 盖叫天",
                "miaochang | 缪昌",
                "zhaizhigang | 翟志刚",
                "yuchigong | 尉迟恭",
                "ycg | 尉迟恭",
                "moqi | 万俟卨",
                "萬俟 | 万俟卨",
                "ouyang xiu | 欧阳修",
                "歐陽 | 欧阳修",
                "oyx | 欧阳修",
                "zhangsun wuji | 長孫無忌",
                "长孙无忌 | 長孫無忌",
                "lvbu | 吕布",
                "lubu | 吕布",
                "lyubu | 吕布",
                "lübu | 吕布",
                "呂布 | 吕布",
                "houyi | 后羿",
                "後羿 | 后羿",
                "changle | 常乐",
                "changyue | 常乐",
                "jose | José Álvarez",
                "JOSÉ | José Álvarez",
                "alvarez | José Álvarez",
                "Álv jos | José Álvarez",
                "ana | Ana Lopez,Anabel Reed",
                "ana l | Ana Lopez",
                "analopez | Ana Lopez",
                "al | Ana Lopez,José Álvarez",
                "lopez | Ana Lopez",
                "opez | ''",
                "jeanluc | Jean-Luc Picard",
                "jean-luc | Jean-Luc Picard",
                "obrien | Miles O’Brien",
                "o'brien | Miles O’Brien",
                "brien | Miles O’Brien",
                "黄蓉 | 黄　蓉 Daisy",
                "黃蓉 | 黄　蓉 Daisy",
                "huangrong | 黄　蓉 Daisy",
                "daisy huang | 黄　蓉 Daisy",
                "hrd | 黄　蓉 Daisy",
                "lucy | ＬＵＣＹ Ｓｍｉｔｈ",
                "小美 | 小美🌸",
                "🌸小美🌸 | 小美🌸",
                "nguyen dao | Nguyễn Thị Đào",
                "đào | Nguyễn Thị Đào",
                "lukasz gross | Łukasz Groß",
                "GROẞ | Łukasz Groß",
                "8000 | 王伟",
                "138 | 王伟",
                "0013 | 王伟,任静",
                "13800138000 | 王伟",
                "+86 138 0013 8000 | 王伟",
                "138-0013-8000 | 王伟",
                "0086 13800138000 | 王伟",
                "１３８００１３ | 王伟",
                "138 0013 | 王伟",
                "013800138000 | 王伟",
                "138 0013 9000 | ''",
                "wang 8000 | 王伟",
                "wang 5678 | 王芳",
                "020 7946 0018 | Ben Okafor",
                "+44 (0)20 7946 0018 | Ben Okafor",
                "7946 0018 | Ben Okafor",
                "0207946 | Ben Okafor",
                "0912 345 | Cleo",
                "+886912 | Cleo",
                "55501 | Łukasz Groß",
                "c0001 | 王伟",
                "C0001 | 王伟",
                "0001 | 王伟",
                "1 | 王伟,NOT AND",
                "42 | ''",
                "142 | Wangari Maathai",
                "c003 | 小美🌸,Nguyễn Thị Đào,Ben Okafor,Cleo,常乐,Łukasz Groß",
                "n-7 | 阿依古丽·买买提",
                "N7 | 阿依古丽·买买提",
                "阿依古丽买买提 | 阿依古丽·买买提",
                "买买提 | 阿依古丽·买买提",
                "7k3f-9qxm-2p | NOT AND",
                "7K3F9QXM | NOT AND",
                "hh22 jj44 kk | 長孫無忌",
                "9qxm | NOT AND",
                "NOT | NOT AND",
                "wang AND | ''",
                "ana OR ben | ''",
                "ana NOT lopez | ''",
                "(王伟) | 王伟",
                "wang* | 王伟,王芳,王小伟,Wangari Maathai",
                "*ang | ''",
                "wang~2 | 王芳",
                "searchKeys:wang | ''",
                "/wang.*/ | 王伟,王芳,王小伟,Wangari Maathai",
                "\"wang wei\" | 王伟,王小伟",
                "ana\\ | Ana Lopez,Anabel Reed",
                "[ana TO | ''",
            },
            delimiter = '|',
            quoteCharacter = '\u0001')
    void typingFinds(String typed, String names) throws Exception {
        List<String> expected = names == null || names.equals("''") ? List.of() : List.of(names.split(","));
        String query = SEARCH.queryFor(typed).orElseThrow();

        assertThat(index.find(query)).as("Lucene, %s", query).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(KEYS.keySet().stream().filter(name -> Matcher.finds(query, KEYS.get(name))))
                .as("by hand, %s", query)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aWholeWordComesBeforeABeginning() throws Exception {
        assertThat(index.find(SEARCH.queryFor("ana").orElseThrow())).containsExactly("Ana Lopez", "Anabel Reed");
        assertThat(index.find(SEARCH.queryFor("anabel").orElseThrow())).containsExactly("Anabel Reed");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "   ", "　", "***", "+-&|!(){}[]^\"~*?:\\/", "🌸👩‍👩‍👧", "·", "\u200B\uFEFF", "\uD83C", "́"
            })
    void whatHoldsNoWordIsNoQuery(String typed) {
        assertThat(SEARCH.queryFor(typed)).isEmpty();
    }

    @Test
    void anyCodePointMayBeTypedOrStored() throws Exception {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint += codePoint < 0x600 ? 1 : 509) {
            String odd = "ana" + Character.toString(codePoint) + "lopez";
            String keys = SEARCH.keysOf("C1", odd, null, List.of());
            String query = SEARCH.queryFor(odd).orElseThrow();
            assertThat(Matcher.finds(query, keys))
                    .as("U+%X: %s in %s", codePoint, query, keys)
                    .isTrue();
            LuceneIndex.parse(query);
        }
    }

    @Test
    void noCodePointBecomesAnOperator() {
        Glyphs glyphs = new Glyphs();
        for (int codePoint = 0; codePoint <= 0xFFFF; codePoint += codePoint > 0x3400 && codePoint < 0xA000 ? 61 : 1) {
            for (Word word : glyphs.words(Character.toString(codePoint), 8)) {
                assertThat(word.folded().chars().filter(character -> character < 0x80))
                        .as("U+%X as %s", codePoint, word.folded())
                        .allMatch(character ->
                                character >= 'a' && character <= 'z' || character >= '0' && character <= '9');
            }
        }
    }

    @Test
    void randomInputIsAlwaysAQueryLuceneReads() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "+-&|!(){}[]^\"~*?:\\/ ANDORTO王伟w1éɴ\u01C3\uD83C\uDF38\u0301\u0000　";
        for (int round = 0; round < 1_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int length = random.nextInt(24); length > 0; length--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Optional<String> query = SEARCH.queryFor(typed.toString());
            assertThatCode(() -> query.ifPresent(SearchKeysTest::parsed))
                    .as("seed %d: '%s' as %s", seed, typed, query)
                    .doesNotThrowAnyException();
        }
    }

    private static void parsed(String query) {
        try {
            LuceneIndex.parse(query);
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"伟", "乐", "𠮷", "a", "a ", "é.", "🌸", "乐 a ", "1", "１-", "ﷺ", "👩‍👩‍👧伟", "吕"})
    void aNameWithoutEndHasAnEnd(String part) {
        String name = part.repeat(100_000);
        String keys = SEARCH.keysOf(name, name, name, List.of(name, name));
        List<String> tokens = List.of(keys.split(" "));

        assertThat(tokens.size()).isLessThanOrEqualTo(Tokens.MOST);
        assertThat(tokens).allMatch(token -> token.length() <= Tokens.LONGEST);
        SEARCH.queryFor(name).ifPresent(query -> {
            assertThat(query.length()).isLessThan(1_200);
            assertThat(Matcher.finds(query, keys)).as(query).isTrue();
        });
    }

    @Test
    void aNameOfTwoHundredCharactersLeavesRoomForNumberPhoneAndCode() {
        String name = "王乐单曾区仇解查朴任".repeat(20);
        String keys = SEARCH.keysOf("C0001", name, "13800138000", List.of("7K3F9QXM2P"));

        assertThat(keys.split(" "))
                .hasSizeLessThanOrEqualTo(Tokens.MOST)
                .contains("c0001", "8613800138000", "8000", "7k3f9qxm2p");
        for (String typed : List.of(name, "王乐单", "wangle", "wangyue", "单曾区仇", "wlsc")) {
            assertThat(Matcher.finds(SEARCH.queryFor(typed).orElseThrow(), keys))
                    .as(typed)
                    .isTrue();
        }
    }

    @Test
    void anOrdinaryNameHasFewTokens() {
        assertThat(SEARCH.keysOf("C0001", "王小伟", null, List.of()))
                .isEqualTo("c0001 0001 001 1 王小伟 小伟 伟 wangxiaowei xiaowei wei wxw xw");
        assertThat(SEARCH.keysOf("C0023", "Ana Lopez", null, List.of()))
                .isEqualTo("c0023 0023 023 23 ana lopez analopez al");
        assertThat(SEARCH.keysOf("7", "王伟", "13800138000", List.of()).split(" "))
                .hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+99912345678", "+00000000", "+80012345678", "+1415555267", "+", "+86"})
    void anOddTelephoneIsKeyedByItsDigits(String phone) {
        String keys = SEARCH.keysOf("X", "Ana", phone, List.of());
        String digits = phone.substring(1);
        if (digits.length() >= 3) assertThat(keys.split(" ")).contains(digits, digits.substring(digits.length() - 3));
        else assertThat(keys).isEqualTo("x ana");
    }

    @Test
    void aTelephoneIsFoundAlikeWhetherStoredAsWrittenOrNormalised() {
        assertThat(SEARCH.keysOf("X", "Ana", "138 0013 8000", List.of()))
                .isEqualTo(SEARCH.keysOf("X", "Ana", "+8613800138000", List.of()));
    }

    @Test
    void anEmptyNameStillHasItsNumber() {
        assertThat(SEARCH.keysOf("C0001", "", "", List.of())).isEqualTo("c0001 0001 001 1");
    }

    @Test
    void manyThreadsThatMeetNewCharactersAtOnceMakeTheSameKeysAsOne() throws Exception {
        List<String> names = IntStream.range(0x3400, 0x3A00)
                .mapToObj(codePoint -> Character.toString(codePoint) + Character.toString(codePoint ^ 1))
                .toList();
        SearchKeys fresh = new SearchKeys(new Phones("CN"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<List<String>>> answers = Stream.generate(() -> threads.submit(() -> keys(fresh, names)))
                    .limit(8)
                    .toList();
            List<String> alone = keys(SEARCH, names);
            for (Future<List<String>> answer : answers) assertThat(answer.get()).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> keys(SearchKeys search, List<String> names) {
        return names.stream()
                .map(name -> search.keysOf("C1", name, null, List.of()))
                .toList();
    }
}
