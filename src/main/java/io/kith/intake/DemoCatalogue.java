package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/** What the demo clinic sells and where its clients come from: treatments, channels and what they cost, regions. */
final class DemoCatalogue {

    /** What a treatment belongs to; the care plan follows it. */
    enum Category {
        INJECTABLE(30),
        SKIN(24),
        LASER(16),
        DENTAL(18),
        SURGERY(7),
        BODY(5),
        CARE(0);

        /** Of 100 clients, how many come mainly for it. */
        private final int followers;

        Category(int followers) {
            this.followers = followers;
        }
    }

    /** A treatment with its price in minor units, the days its effect lasts, and how often it is chosen. */
    record Treatment(String code, String name, Category category, long price, int effectDays, int weight) {}

    /** A channel with the share of newcomers it brings and its monthly spend a newcomer in minor units. */
    private record Channel(String code, String name, int weight, int spend) {}

    private record Region(String name, int weight) {}

    static final Treatment CONSULTATION = care("CON", "Consultation (面诊咨询)", 0, 0);
    static final Treatment REVIEW = care("REV", "Review visit, free of charge (免费复查)", 0, 0);
    static final Treatment PRODUCT = care("PRD", "Take-home care set (术后护理套装)", 368, 45);

    static final List<Treatment> TREATMENTS = List.of(
            treatment(Category.INJECTABLE, "BTX-FH", "Botulinum, forehead (肉毒素·额纹)", 1280, 120, 20),
            treatment(Category.INJECTABLE, "BTX-CF", "Botulinum, crow's feet (肉毒素·鱼尾纹)", 1080, 120, 18),
            treatment(Category.INJECTABLE, "BTX-MS", "Botulinum, masseter (肉毒素·瘦脸)", 2680, 150, 16),
            treatment(Category.INJECTABLE, "BTX-SW", "Botulinum, underarm sweating (肉毒素·止汗)", 3600, 180, 4),
            treatment(Category.INJECTABLE, "FIL-LP", "Filler, lips (玻尿酸·丰唇)", 2980, 270, 10),
            treatment(Category.INJECTABLE, "FIL-NL", "Filler, nasolabial folds (玻尿酸·法令纹)", 3980, 270, 10),
            treatment(Category.INJECTABLE, "FIL-CH", "Filler, chin (玻尿酸·下巴)", 4980, 365, 7),
            treatment(Category.INJECTABLE, "FIL-TT", "Filler, tear trough (玻尿酸·泪沟)", 4680, 365, 6),
            treatment(Category.INJECTABLE, "SKB", "Skin booster (水光针)", 1980, 90, 18),
            treatment(Category.INJECTABLE, "COL", "Collagen stimulator (胶原再生针)", 8800, 540, 4),
            treatment(Category.SKIN, "SKN-HYD", "Hydrating facial (深层补水)", 398, 30, 26),
            treatment(Category.SKIN, "SKN-PEE", "Fruit-acid peel (果酸焕肤)", 480, 30, 20),
            treatment(Category.SKIN, "SKN-MES", "Microneedling (微针)", 1280, 60, 14),
            treatment(Category.SKIN, "SKN-LED", "Red and blue light (红蓝光)", 198, 14, 18),
            treatment(Category.SKIN, "SKN-RF", "Radiofrequency lifting (射频紧肤)", 12800, 365, 5),
            treatment(Category.SKIN, "SKN-US", "Focused ultrasound lifting (超声提升)", 9800, 365, 5),
            treatment(Category.LASER, "LAS-IPL", "Intense pulsed light (光子嫩肤)", 980, 30, 26),
            treatment(Category.LASER, "LAS-PIC", "Picosecond laser (皮秒)", 2280, 60, 16),
            treatment(Category.LASER, "LAS-FRX", "Fractional laser (点阵激光)", 3280, 90, 10),
            treatment(Category.LASER, "LAS-HR", "Laser hair removal (激光脱毛)", 599, 45, 24),
            treatment(Category.LASER, "LAS-VAS", "Vascular laser (祛红血丝)", 1880, 90, 8),
            treatment(Category.LASER, "LAS-TAT", "Tattoo removal (激光洗纹身)", 1280, 60, 4),
            treatment(Category.DENTAL, "DEN-CLN", "Scaling and polishing (洁牙)", 198, 180, 34),
            treatment(Category.DENTAL, "DEN-WHT", "Tooth whitening (牙齿美白)", 1680, 365, 12),
            treatment(Category.DENTAL, "DEN-FIL", "Composite filling (树脂补牙)", 480, 1825, 18),
            treatment(Category.DENTAL, "DEN-RCT", "Root canal treatment (根管治疗)", 2200, 3650, 8),
            treatment(Category.DENTAL, "DEN-CRN", "Ceramic crown (全瓷冠)", 3800, 3650, 8),
            treatment(Category.DENTAL, "DEN-IMP", "Dental implant (种植牙)", 12800, 5475, 6),
            treatment(Category.DENTAL, "DEN-ALN", "Clear aligners (隐形矫正)", 26800, 730, 4),
            treatment(Category.DENTAL, "DEN-VEN", "Veneer (牙贴面)", 2980, 3650, 5),
            treatment(Category.SURGERY, "SUR-EYE", "Double eyelid (双眼皮)", 9800, 3650, 30),
            treatment(Category.SURGERY, "SUR-NOS", "Rhinoplasty (隆鼻)", 28800, 3650, 14),
            treatment(Category.SURGERY, "SUR-LIP", "Liposuction (吸脂)", 19800, 1825, 12),
            treatment(Category.SURGERY, "SUR-FAT", "Fat grafting, face (自体脂肪填充)", 16800, 1095, 12),
            treatment(Category.SURGERY, "SUR-FAC", "Face lift (拉皮)", 58800, 2920, 3),
            treatment(Category.SURGERY, "SUR-BRE", "Breast augmentation (隆胸)", 48800, 3650, 4),
            treatment(Category.BODY, "BOD-CRY", "Fat freezing (冷冻溶脂)", 3980, 180, 12),
            treatment(Category.BODY, "BOD-EMS", "Muscle sculpting (磁力塑形)", 1680, 90, 12),
            treatment(Category.BODY, "BOD-RF", "Body radiofrequency (身体射频)", 1280, 60, 10),
            CONSULTATION,
            REVIEW,
            PRODUCT);

    static final String WORD_OF_MOUTH = "DEMO-REFERRAL";

    private static final List<Channel> CHANNELS = List.of(
            new Channel("DEMO-NOTES", "Demo: lifestyle notes (演示·种草笔记)", 26, 18_000),
            new Channel("DEMO-VIDEO", "Demo: short video (演示·短视频)", 22, 22_000),
            new Channel("DEMO-SEARCH", "Demo: search advertising (演示·搜索推广)", 12, 36_000),
            new Channel("DEMO-LISTING", "Demo: review listing (演示·点评平台)", 16, 15_000),
            new Channel("DEMO-MALL", "Demo: mall stand (演示·商场展位)", 8, 26_000),
            new Channel("DEMO-WALKIN", "Demo: walk-in (演示·自然到店)", 10, 0),
            new Channel("DEMO-PARTNER", "Demo: partner salons (演示·异业合作)", 6, 12_000),
            new Channel(WORD_OF_MOUTH, "Demo: brought by a client (演示·老带新)", 0, 3_000));

    private static final DemoWeighted<Channel> NEWCOMERS = new DemoWeighted<>(CHANNELS, Channel::weight);

    private static final DemoWeighted<Region> REGIONS = new DemoWeighted<>(
            List.of(
                    new Region("演示市·东湖区", 22),
                    new Region("演示市·西岭区", 16),
                    new Region("演示市·南桥区", 13),
                    new Region("演示市·北苑区", 10),
                    new Region("演示市·高新区", 9),
                    new Region("演示市·滨江区", 7),
                    new Region("演示市·临港区", 5),
                    new Region("演示市·老城区", 5),
                    new Region("例县", 4),
                    new Region("樣板縣", 3),
                    new Region("Demo Harbour", 3),
                    new Region("Sampleton", 3)),
            Region::weight);

    private static final DemoWeighted<Category> INTERESTS =
            new DemoWeighted<>(Arrays.asList(Category.values()), category -> category.followers);

    /** By the category's ordinal. */
    private static final List<DemoWeighted<Treatment>> BY_CATEGORY =
            Arrays.stream(Category.values()).map(DemoCatalogue::ofCategory).toList();

    private DemoCatalogue() {}

    static Category interest(DemoChance chance) {
        return INTERESTS.draw(chance);
    }

    static Treatment treatment(Category category, DemoChance chance) {
        return BY_CATEGORY.get(category.ordinal()).draw(chance);
    }

    static String newcomerChannel(DemoChance chance) {
        return NEWCOMERS.draw(chance).code();
    }

    static String region(DemoChance chance) {
        return REGIONS.draw(chance).name();
    }

    static void write(DemoFiles files, int clients, long seed, LocalDate today) {
        for (Treatment treatment : TREATMENTS) {
            files.row(
                    DemoFile.TREATMENTS,
                    treatment.code(),
                    treatment.name(),
                    treatment.category().name(),
                    DemoFiles.amount(treatment.price()),
                    Integer.toString(treatment.effectDays()));
        }
        for (Channel channel : CHANNELS) {
            files.row(DemoFile.CHANNELS, channel.code(), channel.name());
            writeSpend(files, channel, clients, DemoChance.on(seed, Topic.SPEND, CHANNELS.indexOf(channel)), today);
        }
    }

    private static void writeSpend(DemoFiles files, Channel channel, int clients, DemoChance chance, LocalDate today) {
        if (channel.spend() == 0) {
            return;
        }
        YearMonth last = YearMonth.from(today.minusDays(1));
        for (YearMonth month = last.minusMonths(35); !month.isAfter(last); month = month.plusMonths(1)) {
            long newcomers = Math.max(1, (long) clients * Math.max(10, channel.weight()) / 100 / 36);
            long amount = newcomers * channel.spend() * chance.between(60, 140) / 100;
            files.row(DemoFile.CHANNEL_SPEND, channel.code(), month.toString(), DemoFiles.amount(amount));
        }
    }

    private static DemoWeighted<Treatment> ofCategory(Category category) {
        List<Treatment> own =
                TREATMENTS.stream().filter(it -> it.category() == category).toList();
        return new DemoWeighted<>(own, Treatment::weight);
    }

    private static Treatment treatment(
            Category category, String code, String name, int price, int effectDays, int weight) {
        return new Treatment(code, name, category, price * 100L, effectDays, weight);
    }

    private static Treatment care(String code, String name, int price, int effectDays) {
        return treatment(Category.CARE, code, name, price, effectDays, 1);
    }
}
