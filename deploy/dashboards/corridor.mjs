// From the doors to the end: what was asked, where it went, how long it stood where.
import {dashboard, histogramLine, line, orZero, panel, risen, row} from './grafana.mjs';

const anywhere = '{resource.service.name="request-api" || resource.service.name="scenario-router"}';
const workers = '{resource.service.name=~"(i2v|r2v)-worker"}';

export const corridor = dashboard({
  uid: 'corridor',
  title: 'Corridor',
  description: 'Requests from both doors to their end: how many, where they went, how long each room takes, what was refused.',
  panels: [
    row('What was asked, and what became of it'),
    panel('Accepted', 'reqps', 'Requests that were taken in, by the door they came through.', anywhere,
      [line('sum by (door) (rate(callsheet_requests_accepted_total[$__rate_interval]))', '{{door}}')]),
    panel('Decided', 'reqps',
      'What the router made of them. Far below "Accepted" for longer than a moment: records wait in Kafka, or nobody reads them.', anywhere,
      [line('sum by (route, outcome) (rate(callsheet_decisions_total[$__rate_interval]))', '{{route}} {{outcome}}')]),
    panel('Ended', 'reqps', 'Requests that came to their end, by route and outcome. Live sessions end here too.', anywhere,
      [line('sum by (route, outcome) (rate(callsheet_requests_ended_total[$__rate_interval]))', '{{route}} {{outcome}}')]),
    panel('Completed', 'percentunit',
      'Of the requests with a route that ended in the time shown, the share that has its clip or its session. Cancelled ones are left out: that was the tenant\'s wish.',
      `{resource.service.name="request-api" && status=error}`,
      [line(`sum by (route) (increase(callsheet_requests_ended_total{outcome="completed"}[$__range]))
        / sum by (route) (increase(callsheet_requests_ended_total{outcome=~"completed|failed"}[$__range]))`, '{{route}}')],
      {kind: 'stat', max: 1}),
    panel('Refusals', 'short', 'Refusals in the time shown by their code (docs/reasons.md, docs/errors.md tell what each means), the most frequent first.',
      '{resource.service.name="scenario-router"}',
      [line(orZero(`topk(20, sum by (code) ${risen('callsheet_refusals_total')})`, 'scenario-router'), '{{code}}')], {kind: 'table', decimals: 0}),
    panel('From acceptance to the end', 's', 'How long a request takes as a whole, half of them and 95 of 100, by route. A point leads to the trace of one such request.', anywhere, [
      histogramLine('histogram_quantile(0.5, sum by (le, route) (rate(callsheet_request_duration_seconds_bucket[$__rate_interval])))', '{{route}} half'),
      histogramLine('histogram_quantile(0.95, sum by (le, route) (rate(callsheet_request_duration_seconds_bucket[$__rate_interval])))', '{{route}} 95 of 100')]),

    row('Time in each room'),
    panel('95 of 100 stay less than', 's', 'The wait in each room, from the router\'s decision to the score. "queue" is the wait for a slot, "render" the provider\'s own time.', workers,
      [histogramLine('histogram_quantile(0.95, sum by (le, room) (rate(callsheet_room_duration_seconds_bucket[$__rate_interval])))', '{{room}}')]),
    panel('Half stay less than', 's', 'The same for the half that is through first: far below the other panel means few that are slow, not all.', workers,
      [histogramLine('histogram_quantile(0.5, sum by (le, room) (rate(callsheet_room_duration_seconds_bucket[$__rate_interval])))', '{{room}}')]),
    panel('In each room at a time', 'short',
      'Seconds spent in a room per second, which is how many are in it on average (Little\'s law), counted when they leave. The highest layer is the bottleneck.', workers,
      [line('sum by (room) (rate(callsheet_room_duration_seconds_sum[$__rate_interval]))', '{{room}}')], {stack: true}),

    row('What stands now'),
    panel('Takes', 'short', 'Takes that are not over, by state, from the workers\' tables.', workers,
      [line('max by (route, state) (callsheet_takes{state!~"finished|failed|cancelled"})', '{{route}} {{state}}')], {stack: true}),
    panel('Oldest', 's', 'How long the oldest take has been in its state. Queued is patience; unsure and wedged are money that nobody knows about.', workers,
      [line('max by (route, state) (callsheet_take_oldest_seconds{state!~"finished|failed|cancelled"})', '{{route}} {{state}}')]),
    panel('Slots', 'short', 'The provider\'s concurrency as all workers share it. Nothing free for hours while takes queue: more slots are what helps, not more workers.', workers,
      [line('max by (route, state) (callsheet_slots)', '{{route}} {{state}}')], {stack: true}),
    panel('Behind the log', 's', 'How old a fact is when the front desk has taken it in. What partners see lags by this much.', '{resource.service.name="request-api"}',
      [line('max(callsheet_projection_lag_seconds)', 'newest fact')], {bad: 60}),

    row('Telling partners'),
    panel('Webhooks', 'reqps', 'Deliveries by what became of them.', '{resource.service.name="request-api"}',
      [line(orZero('sum by (outcome) (rate(callsheet_webhook_deliveries_total[$__rate_interval]))', 'request-api'), '{{outcome}}')]),
    panel('Longest due', 's', 'How long the delivery that is due the longest has waited to be tried. An endpoint that is away has its next try later, and does not count.', '{resource.service.name="request-api"}',
      [line('max(callsheet_webhook_oldest_seconds)', 'longest')]),
  ],
});
