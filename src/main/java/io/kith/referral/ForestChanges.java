package io.kith.referral;

import io.kith.graph.ChangeReader;
import io.kith.graph.Row;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes what other processes wrote into the projection. */
@Component
@Order(0)
class ForestChanges implements ChangeReader {

    static final String TOPIC = "client";

    private final Network network;
    private final Referrals referrals;

    ForestChanges(Network network, Referrals referrals) {
        this.network = network;
        this.referrals = referrals;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(List<Row> news) {
        network.apply(news.stream().map(ClientState::of).toList());
    }

    @Override
    public void missed() {
        referrals.rebuildNetwork();
    }
}
