package dev.callsheet.bench.renders;

import dev.callsheet.bench.load.House;
import dev.callsheet.contracts.Json;
import dev.callsheet.contracts.TenantId;
import java.nio.charset.StandardCharsets;

/** Fills the engine's tables as if so many requests had come in; take {@code n} has the job {@code job-n}. */
final class Seeds {
    static final long PRICE = 500_000;
    /** Of a take that waits: request, take, step, line of the ledger. */
    static final int ROWS = 4;

    private static final String REQUEST = """
            {"prompt":"The camera pans slowly to the left over the bay.",\
            "media":[{"role":"firstFrame","type":"image","uri":"https://pictures.example.com/bay.png"}],\
            "output":{"kind":"file","resolution":"720P","seconds":5}}""";
    private static final String REQUESTS = """
            insert into requests (id, tenant, scenario, request, decision, created_at)
            select md5('request' || n)::uuid, 'bench', 'i2v', '%s', '%s', now() from generate_series(%d, %d) n
            """;
    private static final String LINE = """
            insert into clocks (model) values ('wan2.7-i2v') on conflict do nothing;
            insert into lines (model, tenant) values ('wan2.7-i2v', 'bench') on conflict do nothing
            """;
    private static final String QUEUED = """
            insert into takes (id, request_id, tenant, attempt, model, resolution, seconds, quoted_micros, queued_at,
                               step, state, tries, next_at, lane, due)
            select md5('take' || n)::uuid, md5('request' || n)::uuid, 'bench', 1, 'wan2.7-i2v', '720P', 5, %1$d, now(),
                   0, 'queued', 0, now(), 1, now() + interval '12 hours'
            from generate_series(%2$d, %3$d) n;
            insert into steps (take_id, step, state, cause, at)
            select id, 0, 'queued', 'attempt 1', now() from takes where queued_at = now();
            insert into ledger (take_id, request_id, tenant, kind, micros, at, step)
            select id, request_id, tenant, 'quoted', quoted_micros, now(), 0 from takes where queued_at = now()
            """;
    /** Those that will end have begun first, as it is in life: else their end would make the others look late. */
    private static final String RENDERING = """
            update takes set state = 'rendering', step = 2, provider_id = 'job-' || n.number,
                   submitted_at = now() - case when n.number < %d then interval '4 minutes'
                                               else random() * interval '3 minutes' end
            from generate_series(0, %d) n(number) where id = md5('take' || n.number)::uuid;
            insert into steps (take_id, step, state, cause, at)
            select id, s.step, s.state, s.cause, submitted_at
            from takes, (values (1, 'submitting', 'intent'), (2, 'rendering', 'accepted')) s(step, state, cause);
            insert into ledger (take_id, request_id, tenant, kind, micros, at, step)
            select id, request_id, tenant, 'committed', quoted_micros, submitted_at, 1 from takes;
            insert into purses (tenant, committed_micros) select 'bench', sum(quoted_micros) from takes;
            insert into provider_jobs (provider_id, take_id, at) select provider_id, id, submitted_at from takes;
            insert into slots (model, number, take_id)
            select 'wan2.7-i2v', row_number() over (order by provider_id), id from takes;
            insert into submissions (take_id, payload, inputs)
            select id, '{"prompt":"The camera pans slowly to the left over the bay.","resolution":"720P","duration":5,"seed":7}',
                   '{"inputs":[{"uri":"https://pictures.example.com/bay.png",'
                   || '"address":"https://pictures.example.com/bay.png","sha256":null,"repairs":[]}]}'
            from takes
            """;

    private Seeds() {}

    /** Takes that wait, there for everybody at the same moment. @param first number of the first */
    static void queued(Tables tables, int first, int takes) {
        int last = first + takes - 1;
        tables.execute(LINE);
        tables.execute(REQUESTS.formatted(REQUEST, decision(), first, last));
        tables.execute(QUEUED.formatted(PRICE, first, last));
    }

    /** Takes whose jobs the provider has. @param ending how many of them, the first, will end */
    static void rendering(Tables tables, int takes, int ending) {
        queued(tables, 0, takes);
        tables.execute(RENDERING.formatted(ending, takes - 1));
        tables.settle();
    }

    /** The house's own. */
    private static String decision() {
        var house = new House(new TenantId("bench"));
        return Json.text(house.decide(REQUEST.getBytes(StandardCharsets.UTF_8))).replace("'", "''");
    }
}
