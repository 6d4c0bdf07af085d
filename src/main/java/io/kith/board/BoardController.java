package io.kith.board;

import graphql.schema.DataFetchingEnvironment;
import io.kith.board.Leaderboard.Place;
import io.kith.board.Leaderboards.Awarded;
import io.kith.board.Leaderboards.LeftOut;
import io.kith.board.Leaderboards.Prize;
import io.kith.client.Client;
import io.kith.client.ClientFields;
import io.kith.edge.Clinic;
import io.kith.edge.Connection;
import io.kith.edge.InvalidInput;
import io.kith.edge.Money;
import io.kith.edge.Paging;
import io.kith.reward.RewardKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class BoardController {

    private final Leaderboards boards;
    private final ClientFields fields;
    private final Clinic clinic;

    BoardController(Leaderboards boards, ClientFields fields, Clinic clinic) {
        this.boards = boards;
        this.fields = fields;
        this.clinic = clinic;
    }

    @QueryMapping
    Leaderboard leaderboard(
            @Argument BoardMeasure by, @Argument BoardPeriod period, @Argument @Nullable LocalDate day) {
        return boards.board(by, period, day);
    }

    @MutationMapping
    Awarded awardPrizes(@Argument AwardPrizesInput input) {
        var prizes = input.prizes().stream().map(this::prize).toList();
        return boards.award(input.by(), input.period(), input.day(), prizes, input.idempotencyKey());
    }

    @SchemaMapping
    String ties(Leaderboard board) {
        return Leaderboard.TIES;
    }

    @SchemaMapping
    int n(Leaderboard board) {
        return board.places().size();
    }

    @SchemaMapping
    Connection<Place> places(Leaderboard board, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        var paging = Paging.of(first, after);
        var from = start(paging.after());
        var all = board.places();
        var to = Math.min(all.size(), from + paging.first());
        var page = from >= all.size() ? List.<Place>of() : all.subList(from, to);
        return Connection.of(
                page, to < all.size(), paging, place -> String.valueOf(all.indexOf(place) + 1), (long) all.size());
    }

    @SchemaMapping(typeName = "BoardPlace", field = "client")
    CompletableFuture<Client> clientOfPlace(
            Place place, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(place.clientId(), environment, clients);
    }

    @SchemaMapping(typeName = "BoardPlace", field = "converted")
    @Nullable
    Integer convertedOfPlace(Place place) {
        return place.by() == BoardMeasure.PEOPLE_CONVERTED ? Math.toIntExact(place.value()) : null;
    }

    @SchemaMapping(typeName = "BoardPlace", field = "netValue")
    @Nullable
    Money valueOfPlace(Place place) {
        return place.by() == BoardMeasure.NET_VALUE ? clinic.money(place.value()) : null;
    }

    @SchemaMapping(typeName = "PrizeLeftOut", field = "client")
    CompletableFuture<Client> clientLeftOut(
            LeftOut leftOut, DataFetchingEnvironment environment, DataLoader<String, Client> clients) {
        return fields.of(leftOut.clientId(), environment, clients);
    }

    private Prize prize(PrizeInput input) {
        if (input.place() < 1) {
            throw new InvalidInput("place is %d; the first place is 1.".formatted(input.place()));
        }
        return new Prize(input.place(), input.kind(), amount(input));
    }

    private long amount(PrizeInput input) {
        if (input.kind().isMoney()) {
            return clinic.minor("amount", input.amount());
        }
        try {
            return input.amount().longValueExact();
        } catch (ArithmeticException broken) {
            throw new InvalidInput("amount is %s; a prize in %s is a whole number."
                    .formatted(input.amount().toPlainString(), input.kind()));
        }
    }

    private static int start(@Nullable String after) {
        try {
            return after == null ? 0 : Math.max(0, Integer.parseInt(after));
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("The cursor does not belong to a leaderboard.");
        }
    }

    record AwardPrizesInput(
            BoardMeasure by,
            BoardPeriod period,
            LocalDate day,
            List<PrizeInput> prizes,
            @Nullable String idempotencyKey) {}

    record PrizeInput(int place, RewardKind kind, BigDecimal amount) {}
}
