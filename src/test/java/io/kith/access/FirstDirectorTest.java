package io.kith.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kith.KithTest;
import io.kith.TestGraph;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Processes;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Dora is the first director of a clinic that has no account yet. */
@KithTest
@ExtendWith(OutputCaptureExtension.class)
class FirstDirectorTest {

    private final String dora = "dora-" + UUID.randomUUID();

    @Autowired
    TestGraph testGraph;

    @Autowired
    Graph graph;

    @Autowired
    Once once;

    @Autowired
    Clock clock;

    @Autowired
    Passwords passwords;

    @Autowired
    AccessTokens tokens;

    @Autowired
    Processes processes;

    @AfterEach
    void doraLeaves() {
        testGraph.run("MATCH (account:Account {name: $name}) DELETE account", Map.of("name", dora));
    }

    @Test
    void withoutAPasswordOfHerOwnSheGetsARandomOnePrintedOnce(CapturedOutput said) {
        var accounts = new Accounts(graph, once, clock, passwords, tokens, processes);
        var first = new FirstDirector(accounts, new DirectorSettings(dora, null));

        first.afterPropertiesSet();
        first.afterPropertiesSet();

        var shown = Pattern.compile(Pattern.quote("First sign-in: " + dora + " / ") + "(\\S{20,})")
                .matcher(said.getOut());
        assertThat(shown.find()).isTrue();
        assertThat(passwords.fits(shown.group(1), accounts.find(dora).orElseThrow()))
                .isTrue();
        assertThat(shown.find()).as("shown again").isFalse();
    }

    @Test
    void thePasswordSheWasGivenIsNotShown(CapturedOutput said) {
        var accounts = new Accounts(graph, once, clock, passwords, tokens, processes);

        new FirstDirector(accounts, new DirectorSettings(dora, "Given to Dora 1")).afterPropertiesSet();

        assertThat(accounts.byName(dora))
                .hasValueSatisfying(account -> assertThat(account.level()).isEqualTo(Level.DIRECTOR));
        assertThat(said.getAll()).doesNotContain("Given to Dora 1");
    }
}
