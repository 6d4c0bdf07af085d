package io.kith.reward;

import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.NotFound;
import io.kith.edge.Paging;
import io.kith.graph.Caller;
import io.kith.graph.Graph;
import io.kith.graph.Once;
import io.kith.graph.Row;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The policy packs there are, and the one a director signed: without a signature nothing is ever earned or paid out. */
@Component
public class Packs {

    static final String DISCLAIMER =
            "An engineering default, not legal advice: whoever signs it answers for its being lawful here.";

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int LONGEST_REASON = 500;

    private final Graph graph;
    private final Once once;
    private final Clinic clinic;
    private final Place place;
    private final Clock clock;
    private final Caller caller;
    private final Map<String, Pack> packs;
    private final Map<String, Pack> signed = new ConcurrentHashMap<>();

    Packs(Graph graph, Once once, Clinic clinic, Place place, Clock clock, Caller caller, RewardSettings settings) {
        this.graph = graph;
        this.once = once;
        this.clinic = clinic;
        this.place = place;
        this.clock = clock;
        this.caller = caller;
        this.packs = PackFiles.read(settings.packs(), digits());
    }

    /** All packs in order of name. */
    public List<Pack> all() {
        return List.copyOf(packs.values());
    }

    public Optional<Pack> byName(String name) {
        return Optional.ofNullable(packs.get(name));
    }

    /** Whether a pack may be signed for the place and the currency of this clinic. */
    public boolean fits(Pack pack) {
        return pack.fits(place.jurisdiction(), clinic.currency().getCurrencyCode());
    }

    /** The signed pack that rewards follow; empty while they are off, or where the clinic has moved to another place. */
    public Optional<PackSignature> inForce() {
        return graph.one("reward/pack-in-force", Map.of(), this::signature).filter(found -> fits(found.pack()));
    }

    /**
     * The signed pack that rewards follow.
     *
     * @throws RewardRejected while rewards are off
     */
    public PackSignature required() {
        return inForce().orElseThrow(RewardRejected::off);
    }

    public Optional<PackSignature> signature(String id) {
        return graph.one("reward/pack-signature", Map.of("id", id), this::signature);
    }

    /** Signatures, latest first, one page. */
    public Connection<PackSignature> signatures(Paging paging) {
        var after = paging.after() == null ? LATEST + " " : paging.after();
        var cut = after.indexOf(' ');
        var parameters = Map.of(
                "beforeAt", instant(cut < 0 ? after : after.substring(0, cut)),
                "beforeId", after.substring(cut + 1),
                "limit", paging.oneMore());
        var found = graph.list("reward/pack-signatures", parameters, this::signature);
        return Connection.of(found, paging, one -> one.signedAt() + " " + one.id(), null);
    }

    /**
     * Puts a pack in force under the name of who asks, instead of the one before.
     *
     * @param hash of the text that was read; null signs whatever is at hand
     * @throws RewardRejected where the pack is not for this place, or its text is not the one that was read
     */
    public PackSignature sign(String name, @Nullable String hash, @Nullable String idempotencyKey) {
        return once.apply(
                idempotencyKey,
                "signPack",
                List.of(name, String.valueOf(hash)),
                PackSignature::id,
                id -> signature(id).orElseThrow(),
                () -> signNow(name, hash));
    }

    /**
     * Ends the signature in force: rewards are off from then on.
     *
     * @throws RewardRejected where none is
     */
    public PackSignature unsign(String reason, @Nullable String idempotencyKey) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("The reason must have 1 to %d characters.".formatted(LONGEST_REASON));
        }
        return once.apply(
                idempotencyKey,
                "unsignPack",
                reason,
                PackSignature::id,
                id -> signature(id).orElseThrow(),
                () -> unsignNow(reason));
    }

    private PackSignature signNow(String name, @Nullable String hash) {
        var pack = byName(name).orElseThrow(() -> NotFound.of("policy pack", name));
        if (!fits(pack)) {
            throw RewardRejected.notForPlace(pack, place.jurisdiction());
        }
        if (hash != null && !hash.equals(pack.hash())) {
            throw RewardRejected.otherText(name);
        }
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var row = new HashMap<String, Object>();
        row.put("id", UUID.randomUUID().toString());
        row.put("name", pack.name());
        row.put("version", pack.version());
        row.put("hash", pack.hash());
        row.put("text", pack.text());
        row.put("signedBy", caller.name());
        row.put("signedAt", now);
        graph.run("reward/lock-ledger", Map.of());
        return graph.one("reward/sign-pack", Map.of("pack", row, "by", caller.name(), "now", now), this::signature)
                .orElseThrow();
    }

    private PackSignature unsignNow(String reason) {
        graph.run("reward/lock-ledger", Map.of());
        var parameters = Map.of(
                "by", caller.name(), "reason", reason, "now", clock.instant().atOffset(ZoneOffset.UTC));
        return graph.one("reward/unsign-pack", parameters, this::signature).orElseThrow(RewardRejected::off);
    }

    private PackSignature signature(Row columns) {
        var row = columns.row("pack");
        var text = row.text("text");
        if (!PackText.hash(text).equals(row.text("hash"))) {
            throw new IllegalStateException(
                    "The text of the signed pack %s is not the one that was signed".formatted(row.text("id")));
        }
        var pack = signed.computeIfAbsent(row.text("hash"), hash -> PackText.read(row.text("name"), text, digits()));
        return new PackSignature(
                row.text("id"),
                pack,
                row.text("signedBy"),
                row.instant("signedAt"),
                row.flag("inForce"),
                row.textOrNull("endedBy"),
                row.instantOrNull("endedAt"));
    }

    private int digits() {
        return clinic.currency().getDefaultFractionDigits();
    }

    private static OffsetDateTime instant(String text) {
        try {
            return Instant.parse(text).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException foreign) {
            throw new InvalidInput("The cursor does not belong to a list of signatures.");
        }
    }
}
