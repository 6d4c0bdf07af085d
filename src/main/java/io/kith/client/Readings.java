package io.kith.client;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What ICU does not say of Han characters in names; all of it written in Simplified characters. */
final class Readings {

    /** Readings of a character as a family name, beside those ICU knows (单 shan, 区 ou, 查 zha). */
    static final Map<String, List<String>> FAMILY = read("""
            朴 piao
            缪 miao
            覃 qin
            隗 kui
            句 gou
            都 du
            洗 xian
            黑 he
            宓 fu
            乜 nie
            郇 xun
            郄 xi
            祭 zhai
            费 bi
            么 yao
            钭 tou
            谌 shen
            镡 tan xin
            车 ju
            """);

    /** Family names of two characters whose first is read otherwise than alone. */
    static final Map<String, List<String>> COMPOUND = read("""
            尉迟 yu
            万俟 mo
            单于 chan
            长孙 zhang
            澹台 tan
            乐正 yue
            """);

    /** Second readings met in given names; names are keyed under each. */
    static final Map<String, List<String>> GIVEN = read("""
            乐 yue
            长 chang
            朝 zhao
            茜 xi
            晟 sheng
            重 chong
            行 hang
            娜 nuo
            崴 wei
            偲 si
            俟 si
            筠 jun
            莘 xin
            隽 jun
            炅 gui
            荨 qian
            莞 wan
            仔 zai
            蔚 yu
            柏 bo
            盛 cheng
            藏 zang
            弹 tan
            参 shen
            阿 e
            伽 qie
            纶 guan
            薄 bo
            泊 bo
            拓 tuo
            番 pan
            湫 qiu
            箐 jing
            靓 liang
            蕃 fan
            玟 min
            禅 shan
            佛 fo
            都 du
            单 shan
            解 xie
            曾 zeng
            干 qian
            传 zhuan
            """);

    /** Variant forms, old and regional, beyond Traditional and Simplified: each first stands for the second. */
    static final Map<String, String> VARIANTS = pairs("""
            呉吴 衞卫 説说 爲为 啓启 録录 靑青 淸清 眞真 敎教 髙高 锺钟 峯峰 邨村 昇升 甯宁 祐佑 嶽岳 於于 囌苏
            姸妍 硏研 煕熙 熈熙 凞熙 崐昆 崑昆 峩峨 珎珍 羣群 妳你 菓果 籐藤 寳宝 堃坤 喆哲 𠮷吉 黒黑 徳德 恵惠
            """);

    private Readings() {}

    private static Map<String, List<String>> read(String lines) {
        return lines.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toUnmodifiableMap(
                        parts -> parts[0], parts -> List.of(parts).subList(1, parts.length)));
    }

    private static Map<String, String> pairs(String text) {
        return Arrays.stream(text.split("\\s+"))
                .collect(Collectors.toUnmodifiableMap(
                        pair -> pair.substring(0, pair.offsetByCodePoints(0, 1)),
                        pair -> pair.substring(pair.offsetByCodePoints(0, 1))));
    }
}
