package io.kith.reward;

import io.kith.client.Purpose;
import io.kith.edge.Connection;
import io.kith.edge.Paging;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class PackController {

    private final Packs packs;
    private final RewardUnits units;

    PackController(Packs packs, RewardUnits units) {
        this.packs = packs;
        this.units = units;
    }

    @QueryMapping
    List<Pack> packs() {
        return packs.all();
    }

    @QueryMapping
    @Nullable
    PackSignature packInForce() {
        return packs.inForce().orElse(null);
    }

    @QueryMapping
    Connection<PackSignature> packSignatures(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return packs.signatures(Paging.of(first, after));
    }

    @MutationMapping
    PackSignature signPack(@Argument SignPackInput input) {
        return packs.sign(input.name(), input.hash(), input.idempotencyKey());
    }

    @MutationMapping
    PackSignature unsignPack(@Argument UnsignPackInput input) {
        return packs.unsign(input.reason(), input.idempotencyKey());
    }

    @SchemaMapping(typeName = "PolicyPack")
    String disclaimer(Pack pack) {
        return Packs.DISCLAIMER;
    }

    @SchemaMapping(typeName = "PolicyPack")
    boolean fitsPlace(Pack pack) {
        return packs.fits(pack);
    }

    @SchemaMapping(typeName = "PolicyPack")
    boolean percentagesAllowed(Pack pack) {
        return pack.percentages();
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<KindLimits> kinds(Pack pack) {
        return pack.kinds().entrySet().stream()
                .map(kind -> new KindLimits(
                        kind.getKey(),
                        units.ofNullable(kind.getKey(), kind.getValue().perReferral()),
                        units.ofNullable(kind.getKey(), kind.getValue().perPeriod()),
                        kind.getKey() == RewardKind.RECOGNITION
                                ? null
                                : kind.getValue().period(),
                        units.ofNullable(kind.getKey(), kind.getValue().approvalAbove())))
                .toList();
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<Step> steps(Pack pack) {
        return pack.steps().stream()
                .map(step -> new Step(units.of(RewardKind.CASH, step.from()), RewardUnits.percent(step.basisPoints())))
                .toList();
    }

    @SchemaMapping(typeName = "PolicyPack")
    @Nullable
    BigDecimal fixed(Pack pack) {
        return pack.visitKind() == null ? null : units.ofNullable(pack.visitKind(), pack.fixed());
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<Milestone> conversions(Pack pack) {
        return milestones(pack.conversions());
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<Milestone> prizes(Pack pack) {
        return milestones(pack.prizes());
    }

    @SchemaMapping(typeName = "PolicyPack")
    BigDecimal referrerPercent(Pack pack) {
        return RewardUnits.percent(pack.referrerBasisPoints());
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<String> places(Pack pack) {
        return List.copyOf(pack.places());
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<RewardExclusion> exclusions(Pack pack) {
        return List.copyOf(pack.exclusions());
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<Purpose> consentsOfReferrer(Pack pack) {
        return List.copyOf(pack.consentsOfReferrer());
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<Purpose> consentsOfFriend(Pack pack) {
        return List.copyOf(pack.consentsOfFriend());
    }

    @SchemaMapping(typeName = "PolicyPack")
    List<AccountingField> accounting(Pack pack) {
        return List.copyOf(pack.accounting());
    }

    @SchemaMapping(typeName = "PackSignature")
    String name(PackSignature signature) {
        return signature.pack().name();
    }

    @SchemaMapping(typeName = "PackSignature")
    int version(PackSignature signature) {
        return signature.pack().version();
    }

    @SchemaMapping(typeName = "PackSignature")
    String legalStatus(PackSignature signature) {
        return signature.pack().legalStatus();
    }

    @SchemaMapping(typeName = "PackSignature")
    String hash(PackSignature signature) {
        return signature.pack().hash();
    }

    @SchemaMapping(typeName = "PackSignature")
    boolean textChanged(PackSignature signature) {
        return packs.byName(signature.pack().name())
                .filter(pack -> pack.hash().equals(signature.pack().hash()))
                .isEmpty();
    }

    private List<Milestone> milestones(Map<RewardKind, Long> amounts) {
        return amounts.entrySet().stream()
                .map(one -> new Milestone(one.getKey(), units.of(one.getKey(), one.getValue())))
                .toList();
    }

    record SignPackInput(
            String name, @Nullable String hash, @Nullable String idempotencyKey) {}

    record UnsignPackInput(String reason, @Nullable String idempotencyKey) {}

    record KindLimits(
            RewardKind kind,
            @Nullable BigDecimal perReferral,
            @Nullable BigDecimal perPeriod,
            @Nullable CapPeriod period,
            @Nullable BigDecimal approvalAbove) {}

    record Step(BigDecimal from, BigDecimal percent) {}

    record Milestone(RewardKind kind, BigDecimal amount) {}
}
