package io.kith;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an answer, whatever was asked: an accident, a look at the inside, an error without its code. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{3,40}");

    /** Stack traces, class names, Cypher, folders. */
    private static final Pattern INSIDE = Pattern.compile("\\bat [a-z]\\w*(\\.\\w+)+\\("
            + "|\\b(java|javax|jakarta|kotlin|sun|org\\.(spring\\w+|neo4j|apache|reactivestreams|jspecify))\\.[a-zA-Z]"
            + "|\\b(io\\.kith|graphql|tools\\.jackson|com\\.fasterxml|ac\\.simons)\\.[a-zA-Z]"
            + "|\\w(Exception|Throwable)\\b|OutOfMemory|StackOverflow|LinkedHashMap|ArrayList|BigInteger|BigDecimal|\\.java:\\d"
            + "|Neo\\.[A-Z]|\\b(MATCH|MERGE|UNWIND|RETURN) \\S|cypher/|/tmp/|target/|/home/|(?<!\\w)/root/|\\bCaused by\\b"
            + "|Tomcat|Coyote|<html");

    private Answers() {}

    /** The faults of an answer, none where it is as it should be. */
    static List<String> faults(RawHttp.Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
            faults.add("status " + answer.status());
        }
        var inside = INSIDE.matcher(answer.body());
        var page = answer.status() == 200 && !isJson(answer);
        if (!page && inside.find()) {
            faults.add("shows '%s'".formatted(inside.group()));
        }
        if (!page && !answer.body().isEmpty()) {
            errors(answer, faults);
        }
        return faults;
    }

    private static boolean isJson(RawHttp.Answer answer) {
        return answer.body().startsWith("{");
    }

    private static void errors(RawHttp.Answer answer, List<String> faults) {
        try {
            var json = JSON.readTree(answer.body());
            if (answer.status() >= 400 && json.path("errors").isEmpty()) {
                faults.add("an error without errors");
            }
            json.path("errors").forEach(error -> error(error, faults));
        } catch (JacksonException garbled) {
            faults.add("no JSON: " + garbled.getOriginalMessage());
        }
    }

    private static void error(JsonNode error, List<String> faults) {
        var code = error.at("/extensions/code").asString("");
        if (!CODE.matcher(code).matches()) {
            faults.add("an error without code: " + error);
        } else if (code.equals("INTERNAL")) {
            faults.add("an accident: " + error);
        }
    }
}
