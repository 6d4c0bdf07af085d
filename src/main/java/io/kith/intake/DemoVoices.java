package io.kith.intake;

import io.kith.intake.DemoChance.Topic;
import io.kith.intake.DemoLife.Lived;
import io.kith.intake.DemoStaff.Role;
import java.util.List;

/** What clients say of the clinic: complaints, suggestions and praise with how they were handled, and survey scores. */
final class DemoVoices {

    private static final List<String> TOPICS =
            List.of("WAITING", "RESULT", "PRICE", "SERVICE", "PAIN", "ENVIRONMENT", "BOOKING", "BILLING");
    private static final double FEEDBACK = 0.1;
    private static final double SURVEY = 0.35;
    private static final int NEVER = 1 << 30;
    private static final double UNANSWERED = 0.03;
    private static final double STALLED = 0.06;

    private final DemoWorld world;

    DemoVoices(DemoWorld world) {
        this.world = world;
    }

    void write(int client, Lived lived) {
        if (!lived.visited()) {
            return;
        }
        DemoChance chance = world.chance(Topic.VOICE, client);
        if (chance.happens(FEEDBACK)) {
            writeFeedback(client, dayAfterAVisit(lived, chance), chance);
        }
        if (chance.happens(SURVEY)) {
            writeSurvey(client, dayAfterAVisit(lived, chance), chance);
        }
    }

    private void writeFeedback(int client, int day, DemoChance chance) {
        if (!world.calendar().isOver(day)) {
            return;
        }
        String kind = kind(world.forest().mood(client), chance);
        boolean complaint = kind.equals("COMPLAINT");
        int answered = chance.happens(UNANSWERED) ? NEVER : day + chance.between(1, 3);
        int solved = chance.happens(STALLED) ? NEVER : answered + chance.between(1, 12);
        int closed = solved + chance.between(1, 6);
        world.files()
                .row(
                        DemoFile.FEEDBACK,
                        world.files().nextId(DemoFile.FEEDBACK, "F"),
                        world.people().id(client),
                        kind,
                        chance.pick(TOPICS),
                        Integer.toString(complaint ? chance.between(1, 5) : chance.between(1, 2)),
                        world.calendar().moment(day, chance),
                        later(answered, chance),
                        later(solved, chance),
                        later(closed, chance),
                        handler(client, day, complaint, chance));
    }

    private static String kind(double mood, DemoChance chance) {
        if (chance.happens(0.2)) {
            return "SUGGESTION";
        }
        return chance.happens(mood * 0.75) ? "PRAISE" : "COMPLAINT";
    }

    private String handler(int client, int day, boolean complaint, DemoChance chance) {
        if (chance.happens(0.1)) {
            return "";
        }
        Role role = complaint && chance.happens(0.3) ? Role.MANAGER : Role.CLIENT_SERVICE;
        return world.staff().meeting(role, client, day, chance).id();
    }

    private void writeSurvey(int client, int day, DemoChance chance) {
        if (!world.calendar().isOver(day)) {
            return;
        }
        int score = (int) (3.5 + world.forest().mood(client) * 7 + chance.bell() * 1.6);
        world.files()
                .row(
                        DemoFile.SURVEYS,
                        world.files().nextId(DemoFile.SURVEYS, "Q"),
                        world.people().id(client),
                        world.calendar().moment(day, chance),
                        Integer.toString(Math.max(0, Math.min(10, score))));
    }

    private static int dayAfterAVisit(Lived lived, DemoChance chance) {
        return chance.between(lived.firstVisit(), lived.lastVisit()) + chance.between(1, 5);
    }

    /** A moment of the day, or nothing while that day has not come. */
    private String later(int day, DemoChance chance) {
        return world.calendar().isOver(day) ? world.calendar().moment(day, chance) : "";
    }
}
