package io.kith.intake;

import java.util.List;

/** What staff jot down about a contact, in Chinese and English, commas, quotes and line breaks included. */
final class DemoNotes {

    private static final double DISPLEASED = 0.35;

    private static final List<String> PLEASED_CHINESE = List.of(
            "恢复良好，很满意",
            "喜欢靠窗的房间",
            "朋友也想来看看",
            "约了下个月复诊",
            "对价格比较敏感，先了解套餐",
            "怕疼，需提前敷麻药",
            "想带妈妈一起来",
            "说“比想象中自然”",
            "周末才有空，工作日请勿打电话",
            "微信联系\n不接电话");

    private static final List<String> DISPLEASED_CHINESE =
            List.of("等了四十分钟，不太高兴", "觉得效果不明显", "对收费有疑问，已解释", "说\"下次不来了\"，需安抚", "术后肿胀，已请医生回访", "换了咨询师，不适应");

    private static final List<String> PLEASED_ENGLISH = List.of(
            "Healing well, very happy",
            "Prefers the quiet room",
            "Asked about bringing a friend",
            "Nervous about needles; numb first",
            "Booked a check next month",
            "Said it looks \"more natural than expected\"",
            "Only free at weekends",
            "Message first,\nthen call");

    private static final List<String> DISPLEASED_ENGLISH = List.of(
            "Waited forty minutes, not pleased",
            "Sees little effect so far",
            "Questioned the bill, explained",
            "Swelling after the treatment; doctor to call",
            "Misses her former consultant");

    private DemoNotes() {}

    static String about(boolean english, double mood, DemoChance chance) {
        if (mood < DISPLEASED) {
            return chance.pick(english ? DISPLEASED_ENGLISH : DISPLEASED_CHINESE);
        }
        return chance.pick(english ? PLEASED_ENGLISH : PLEASED_CHINESE);
    }
}
