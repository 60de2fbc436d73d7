package dev.callsheet.chaos.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.callsheet.chaos.plan.Load;
import dev.callsheet.chaos.plan.Plan;
import dev.callsheet.contracts.Control;
import dev.callsheet.contracts.RequestId;
import dev.callsheet.contracts.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** All requests of a run, the same for the same plan and seed but for the dates of deadlines. */
public final class RequestMix {
    /** Where the stored first frames lie, one for each tenant. */
    public static final String STORED_FRAME = "first-frame.png";

    private static final List<String> PRIORITIES = List.of("high", "normal", "normal", "normal", "low");
    private static final List<String> MOVES = List.of("pan left", "tilt up", "zoom in", "dolly out", "static");
    private static final String ENOUGH = "100.00";
    private static final String TOO_LITTLE = "0.01";

    private final Plan plan;
    private final Load load;
    private final Random random;
    private final Instant begin;

    /** @param begin when the load begins, for deadlines */
    public RequestMix(Plan plan, Instant begin) {
        this.plan = plan;
        this.load = plan.load();
        this.random = new Random(plan.seed());
        this.begin = begin;
    }

    /** The requests in the order of their first sending. */
    public List<Ask> asks() {
        List<Ask> asks = new ArrayList<>();
        for (int i = 0; i < plan.takes(); i++) {
            asks.add(ask(i));
        }
        return asks;
    }

    private Ask ask(int number) {
        Load.Tenant tenant = tenant();
        TenantId id = new TenantId(tenant.name());
        Duration at = seconds(number / load.perSecond());
        Duration repeatAt = at.plus(chance(0.5) ? Duration.ZERO : seconds(upTo(load.repeatAfterSeconds())));
        @Nullable
        Duration deadline = chance(load.deadlines().share())
                ? at.plus(seconds(between(load.deadlines().within())))
                : null;
        @Nullable Duration cancelAt = null;
        Control.@Nullable Unstoppable unstoppable = null;
        if (chance(load.cancelled())) {
            double after = random.nextDouble(-0.1, 1) * load.cancelWithinSeconds();
            cancelAt = after < 0 && at.toMillis() < -after * 1000 ? Duration.ZERO : at.plus(seconds(after));
            unstoppable = switch (random.nextInt(3)) {
                case 0 -> Control.Unstoppable.KEEP;
                case 1 -> Control.Unstoppable.DROP;
                default -> null;
            };
        }
        return new Ask(
                number,
                RequestId.ofKey(id, "chaos-" + plan.seed() + "-" + number),
                id,
                request(number, tenant, deadline),
                at,
                repeatAt,
                cancelAt,
                unstoppable,
                deadline);
    }

    private ObjectNode request(int number, Load.Tenant tenant, @Nullable Duration deadline) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("prompt", oneOf(MOVES) + ", shot " + number);
        request.putArray("media").addObject().put("role", "firstFrame").put("uri", firstFrame(number, tenant));
        request.putObject("output")
                .put("resolution", chance(0.8) ? "720P" : "1080P")
                .put("seconds", oneOf(load.seconds()));
        request.put("priority", oneOf(PRIORITIES));
        if (!tenant.campaigns().isEmpty()) {
            request.put("campaign", oneOf(tenant.campaigns()));
        }
        double purse = random.nextDouble();
        if (purse < load.poor()) {
            request.putObject("budget").put("limit", TOO_LITTLE);
        } else if (purse < load.poor() + load.budget()) {
            request.putObject("budget").put("limit", ENOUGH);
        }
        if (deadline != null) {
            request.putObject("latency")
                    .put("deadline", begin.plus(deadline).toString())
                    .put("hard", chance(load.deadlines().hard()));
        }
        return request;
    }

    private String firstFrame(int number, Load.Tenant tenant) {
        return chance(load.stored())
                ? "s3://callsheet/tenant/" + tenant.name() + "/media/" + STORED_FRAME
                : "https://pictures.example.com/" + tenant.name() + "/" + number + ".png";
    }

    private Load.Tenant tenant() {
        double all = load.tenants().stream().mapToDouble(Load.Tenant::share).sum();
        double at = random.nextDouble() * all;
        for (Load.Tenant tenant : load.tenants()) {
            at -= tenant.share();
            if (at < 0) {
                return tenant;
            }
        }
        return load.tenants().getLast();
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private double upTo(double most) {
        return random.nextDouble() * most;
    }

    private double between(List<Double> bounds) {
        return bounds.get(0) + random.nextDouble() * (bounds.get(1) - bounds.get(0));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
