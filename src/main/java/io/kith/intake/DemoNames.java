package io.kith.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Names put together from common family and given names; nobody in particular bears them. */
final class DemoNames {

    /** How a name is written: simplified Chinese, traditional Chinese or English. */
    enum Script {
        SIMPLIFIED(87),
        TRADITIONAL(6),
        ENGLISH(7);

        private final int share;

        Script(int share) {
            this.share = share;
        }
    }

    private record Surname(String text, int weight) {}

    private static final DemoWeighted<Script> SCRIPTS =
            new DemoWeighted<>(Arrays.asList(Script.values()), script -> script.share);

    /** By the script's ordinal; the number is the bearers among 10,000, roughly. */
    private static final List<DemoWeighted<Surname>> SURNAMES = List.of(surnames("""
                    王 717 李 700 张 674 刘 510 陈 461 杨 322 黄 245 吴 220 赵 230 周 212 徐 172 孙 161 马 158 朱 146
                    胡 143 林 134 郭 133 何 128 高 120 罗 112 郑 106 梁 104 谢 91 宋 88 唐 83 许 82 邓 79 冯 78 韩 76 曹 74
                    曾 71 彭 70 萧 66 蔡 66 潘 64 田 63 董 62 袁 62 于 61 余 60 叶 60 蒋 59 杜 58 苏 57 魏 56 程 55 吕 54
                    丁 53 沈 52 任 50 姚 49 卢 48 傅 47 钟 46 姜 45 崔 44 谭 43 廖 42 范 41 汪 40 陆 39 金 38 石 37 戴 36
                    贾 35 韦 34 夏 33 邱 32 方 32 侯 31 邹 30 熊 30 孟 29 秦 28 白 27 江 27 阎 26 薛 26 尹 25 段 24 雷 24
                    黎 20 史 20 龙 20 陶 19 贺 19 顾 18 毛 18 郝 17 龚 17 邵 16 万 16 钱 16 严 15 武 15 覃 14 孔 14 单 6
                    区 4 解 4 仇 3 查 3 乐 3 欧阳 9 上官 2 诸葛 2 司徒 2 尉迟 1"""), surnames("""
                    陳 1110 林 830 黃 605 張 527 李 513 王 412 吳 404 劉 316 蔡 291 楊 266 許 233 鄭 189 謝 177 洪 149
                    郭 150 邱 147 曾 145 廖 135 賴 133 徐 131 周 123 葉 119 蘇 114 莊 95 呂 93 江 91 何 88 蕭 80 羅 78
                    高 75 潘 64 簡 61 朱 62 鍾 62 游 57 彭 57 詹 55 胡 53 施 52 沈 51 余 48 盧 47 梁 46 趙 44 顏 43 柯 42
                    翁 41 魏 39 孫 38 戴 35 范 32 方 31 宋 31 鄧 26 杜 24 傅 24 侯 23 曹 23 薛 22 丁 21 卓 21 馬 20 歐陽 4"""), surnames("""
                    Smith 88 Johnson 70 Williams 59 Brown 52 Jones 51 Miller 41 Davis 40 Wilson 29 Anderson 28 Taylor 27
                    Thomas 27 Moore 26 Martin 25 Jackson 25 Thompson 24 White 24 Harris 22 Clark 20 Lewis 19 Robinson 19
                    Walker 18 Young 17 Allen 17 King 16 Wright 16 Scott 15 Hill 15 Green 15 Adams 15 Baker 14 Nelson 14
                    Campbell 14 Mitchell 14 Roberts 13 Carter 13 Phillips 13 Evans 12 Turner 12 Parker 12 Collins 12
                    Edwards 12 Stewart 11 Morris 11 Murphy 11 Cook 10 Rogers 10 Reed 9 Bailey 9 Bell 9 Cooper 9
                    O'Brien 4 O'Connor 3 Whitfield-Hayes 1"""));

    private static final List<String> FIRST_CHARACTERS = letters("晓雨思佳欣梦雅诗子静文慧美嘉玉心怡若春海丽淑艳秀桂红小志建国俊明");
    private static final List<String> HER_CHARACTERS = letters("静敏婷丽娜雪芳燕萍琳颖洁莹倩琪涵怡彤萱玲娟霞梅琴云兰蓉瑶妍宁");
    private static final List<String> HIS_CHARACTERS = letters("伟强磊军洋勇杰涛超明刚平辉鹏浩宇轩博俊泽斌峰波健文龙凯飞");

    private static final List<String> HER_TRADITIONAL =
            words("雅婷 怡君 佳穎 淑芬 美玲 淑惠 雅雯 心怡 詩涵 麗華 秀英 宜蓁 曉雯 嘉欣 詠詩 凱琪 慧儀 穎彤 佩珊 婉儀 靜宜 欣妤 鳳儀 潔瑩");
    private static final List<String> HIS_TRADITIONAL =
            words("家豪 志明 俊傑 建宏 冠宇 承翰 宗翰 柏翰 志偉 國強 嘉偉 家俊 浩賢 偉倫 子軒 啟明 振邦 耀東 澤宇 彥廷");
    private static final List<String> HER_ENGLISH =
            words("Emma Olivia Sophia Grace Chloe Hannah Lucy Alice Emily Charlotte Amelia Isabella Mia Ella Lily Zoe"
                    + " Sarah Laura Rachel Megan Nora Ruby Clara Eleanor Anna Jane Kate Helen Diana Fiona Renée Zoë");
    private static final List<String> HIS_ENGLISH =
            words("James Oliver Jack Henry William Thomas George Daniel Samuel Edward Lucas Ethan Adam Peter Mark Paul"
                    + " David Michael Andrew Simon Martin Robert Alan Victor Eric Noël");

    private static final double WOMEN = 0.84;
    private static final double ONE_CHARACTER = 0.2;

    private DemoNames() {}

    static Script script(DemoChance chance) {
        return SCRIPTS.draw(chance);
    }

    static String surname(Script script, DemoChance chance) {
        return SURNAMES.get(script.ordinal()).draw(chance).text();
    }

    static String full(Script script, String surname, DemoChance chance) {
        boolean woman = chance.happens(WOMEN);
        return switch (script) {
            case SIMPLIFIED -> surname + simplified(woman, chance);
            case TRADITIONAL -> surname + chance.pick(woman ? HER_TRADITIONAL : HIS_TRADITIONAL);
            case ENGLISH -> chance.pick(woman ? HER_ENGLISH : HIS_ENGLISH) + " " + surname;
        };
    }

    private static String simplified(boolean woman, DemoChance chance) {
        String last = chance.pick(woman ? HER_CHARACTERS : HIS_CHARACTERS);
        return chance.happens(ONE_CHARACTER) ? last : chance.pick(FIRST_CHARACTERS) + last;
    }

    private static DemoWeighted<Surname> surnames(String textAndWeight) {
        List<String> parts = words(textAndWeight);
        List<Surname> surnames = new ArrayList<>();
        for (int at = 0; at < parts.size(); at += 2) {
            surnames.add(new Surname(parts.get(at), Integer.parseInt(parts.get(at + 1))));
        }
        return new DemoWeighted<>(surnames, Surname::weight);
    }

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }

    private static List<String> letters(String text) {
        return List.of(text.split(""));
    }
}
