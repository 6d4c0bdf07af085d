package io.kith.access;

import io.kith.edge.Conflict;
import io.kith.edge.Connection;
import io.kith.edge.DuplicateId;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.edge.Shown;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Processes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The accounts that may sign in, kept in the graph and held in memory: every request looks its account up anew, so a
 * change counts from the very next one. Where other processes may have made it, a request looks into the graph.
 */
@Component
@DependsOn("schema")
public class Accounts implements InitializingBean {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    private final Graph graph;
    private final Once once;
    private final Clock clock;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final Processes processes;
    private final Map<String, HeldAccount> held = new ConcurrentSkipListMap<>();

    Accounts(Graph graph, Once once, Clock clock, Passwords passwords, AccessTokens tokens, Processes processes) {
        this.graph = graph;
        this.once = once;
        this.clock = clock;
        this.passwords = passwords;
        this.tokens = tokens;
        this.processes = processes;
    }

    @Override
    public void afterPropertiesSet() {
        lookAnew();
    }

    /** The account of a name, as it is now. */
    public Optional<Account> byName(String name) {
        return fresh(name).map(HeldAccount::account);
    }

    /** One page of all accounts in order of name. */
    public Connection<Account> page(Paging paging) {
        heedTheOthers();
        var after = paging.after();
        var found = held.values().stream()
                .map(HeldAccount::account)
                .filter(account -> after == null || account.name().compareTo(after) > 0)
                .limit(paging.oneMore())
                .toList();
        return Connection.of(found, paging, Account::name, (long) held.size());
    }

    /**
     * Lets somebody sign in.
     *
     * @param password null for an account that signs in through OpenID Connect only
     * @throws DuplicateId when the name is taken
     */
    public Account create(
            String name,
            Level level,
            @Nullable String password,
            @Nullable String staffId,
            @Nullable String idempotencyKey) {
        var hash = password == null ? null : passwords.hash(password);
        var wanted = new Wanted(checked(name), level, staffId);
        return once.apply(idempotencyKey, "createAccount", wanted, Account::name, this::known, () -> add(wanted, hash));
    }

    /** Makes a director whose password was chosen by whoever runs Kith. */
    Account createFirst(String name, String password) {
        var wanted = new Wanted(checked(name), Level.DIRECTOR, null);
        return graph.write(() -> add(wanted, passwords.hashAsGiven(password)));
    }

    /** Changes what an account may see and do, from its next request on. */
    public Account changeLevel(String name, Level level, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "changeLevel",
                new Wanted(name, level, null),
                Account::name,
                this::known,
                () -> change(name, account -> account.withLevel(level)).account());
    }

    /** Lets an account in no more, or again; its sessions and tokens end for good. */
    public Account setActive(String name, boolean active, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "setAccountActive",
                name + " " + active,
                Account::name,
                this::known,
                () -> activate(name, active));
    }

    /** Gives an account a new password; its sessions end. */
    Account changePassword(String name, String password) {
        var hash = passwords.hash(password);
        return change(name, account -> account.withPasswordHash(hash)).account();
    }

    /** The account of a name as this process knows it. */
    Optional<HeldAccount> find(String name) {
        return Optional.ofNullable(held.get(name));
    }

    /**
     * The account of a name as it is now, whichever process changed it; what a request begins with.
     *
     * @throws OutOfReach where the graph does not say
     */
    Optional<HeldAccount> fresh(String name) {
        if (!processes.maybeSeveral()) {
            return find(name);
        }
        var now = inGraph(name);
        now.ifPresent(this::hold);
        return now;
    }

    private Optional<HeldAccount> inGraph(String name) {
        try {
            return graph.one("access/account", Map.of("name", name), HeldAccount::of);
        } catch (RuntimeException silent) {
            throw new OutOfReach(silent);
        }
    }

    boolean anyDirector() {
        return held.values().stream().anyMatch(Accounts::directs);
    }

    static boolean directs(HeldAccount held) {
        return held.account().active() && held.account().level() == Level.DIRECTOR;
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInput("The account name '%s' must be 1 to 64 letters, digits or any of . _ @ -"
                    .formatted(Shown.shortly(name)));
        }
        return name;
    }

    private Account activate(String name, boolean active) {
        var account = change(name, before -> before.withActive(active)).account();
        tokens.endAllOf(name);
        return account;
    }

    private Account known(String name) {
        return byName(name).orElseThrow(() -> NotFound.of("account", name));
    }

    private Account add(Wanted wanted, @Nullable String hash) {
        var account = new Account(wanted.name(), wanted.level(), wanted.staffId(), true, clock.instant());
        var row = new HashMap<String, Object>();
        row.put("name", account.name());
        row.put("level", account.level().name());
        row.put("staffId", account.staffId());
        row.put("passwordHash", hash);
        row.put("active", true);
        row.put("version", 1);
        row.put("createdAt", account.createdAt().atOffset(ZoneOffset.UTC));
        try {
            graph.run("access/create-account", Map.of("account", row));
        } catch (DataIntegrityViolationException taken) {
            throw DuplicateId.of("account", account.name());
        }
        graph.afterCommit(() -> hold(new HeldAccount(account, hash, 1)));
        return account;
    }

    private synchronized HeldAccount change(String name, UnaryOperator<HeldAccount> change) {
        return graph.write(() -> {
            if (processes.maybeSeveral()) {
                graph.run("access/lock-accounts", Map.of());
            }
            heedTheOthers();
            return changeNow(name, change);
        });
    }

    private HeldAccount changeNow(String name, UnaryOperator<HeldAccount> change) {
        var before = find(name).orElseThrow(() -> NotFound.of("account", name));
        var after = change.apply(before);
        if (directs(before)
                && !directs(after)
                && held.values().stream().filter(Accounts::directs).count() == 1) {
            throw new Conflict("'%s' is the only director; make another one first.".formatted(Shown.shortly(name)));
        }
        var row = new HashMap<String, Object>();
        row.put("name", name);
        row.put("level", after.account().level().name());
        row.put("passwordHash", after.passwordHash());
        row.put("active", after.account().active());
        row.put("version", after.version());
        graph.run("access/change-account", row);
        graph.afterCommit(() -> hold(after));
        return after;
    }

    private void heedTheOthers() {
        if (processes.maybeSeveral()) {
            lookAnew();
        }
    }

    private void lookAnew() {
        graph.each("access/accounts", Map.of(), row -> hold(HeldAccount.of(row)));
    }

    private void hold(HeldAccount account) {
        var name = account.account().name();
        if (!account.equals(held.put(name, account))) {
            passwords.forget(name);
        }
    }

    /** What makes two requests for an account the same; never its password, whose digest would be kept. */
    private record Wanted(
            String name, Level level, @Nullable String staffId) {}
}
