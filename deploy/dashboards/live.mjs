// The promise of live sessions, stage by stage, and meters that nobody wants.
import {dashboard, histogramLine, line, orZero, panel, row} from './grafana.mjs';

const service = 'resource.service.name="avatar-session-service"';
const turns = `{${service} && name="turn"}`;
const sessions = `{${service}}`;
const broken = span => `sum(rate(callsheet_turn_promise_total{kept="false"}[${span}])) / sum(rate(callsheet_turn_promise_total[${span}]))`;

export const live = dashboard({
  uid: 'live',
  title: 'Live',
  description: 'Avatars that answer: how many, how soon, where the seconds go, what is left of the error budget.',
  panels: [
    row('The promise: 95 of 100 turns show the avatar speaking within 3 s'),
    panel('First frame', 's', 'From the end of a person\'s input to the avatar speaking. A point leads to the trace of one turn.', turns, [
      histogramLine('histogram_quantile(0.5, sum by (le) (rate(callsheet_turn_first_frame_seconds_bucket[$__rate_interval])))', 'half'),
      histogramLine('histogram_quantile(0.95, sum by (le) (rate(callsheet_turn_first_frame_seconds_bucket[$__rate_interval])))', '95 of 100')], {bad: 3}),
    panel('Stages', 's', 'The stages follow each other; 95 of 100 are shorter. The runbook live-turns-too-slow names whose seconds each are.', turns,
      [histogramLine('histogram_quantile(0.95, sum by (le, stage) (rate(callsheet_turn_stage_seconds_bucket[$__rate_interval])))', '{{stage}}')]),
    panel('An average turn', 's', 'Mean of each stage, one upon the other: their height is the wait.', turns,
      [line('sum by (stage) (rate(callsheet_turn_stage_seconds_sum[$__rate_interval])) / sum by (stage) (rate(callsheet_turn_stage_seconds_count[$__rate_interval]))', '{{stage}}')], {stack: true}),
    panel('Promise kept', 'percentunit', 'Of the turns in the time shown.', turns,
      [line('sum(increase(callsheet_turn_promise_total{kept="true"}[$__range])) / sum(increase(callsheet_turn_promise_total[$__range]))', 'kept')], {kind: 'stat', w: 4, max: 1, decimals: 3}),
    panel('Error budget left', 'percentunit', 'Of the five turns in a hundred that may be late in 28 days. Below zero the promise is broken.', turns,
      [line('1 - sum(increase(callsheet_turn_promise_total{kept="false"}[28d])) / sum(increase(callsheet_turn_promise_total[28d])) / 0.05', 'left')], {kind: 'stat', w: 4, decimals: 2}),
    panel('Burn rate', 'short', 'How many times faster than sustainable the budget goes. 14.4 for an hour, or 6 for six, calls somebody.', turns, [
      line(`${broken('1h')} / 0.05`, 'last hour'), line(`${broken('6h')} / 0.05`, 'last six hours')], {bad: 6}),
    panel('Turns', 'reqps', 'Turns by how they ended. Interrupted ones are no fault: people interrupt.', turns,
      [line('sum by (outcome) (rate(callsheet_turns_total[$__rate_interval]))', '{{outcome}}')]),

    row('Sessions'),
    panel('Sessions', 'short', 'Sessions that are not over, by state. "waiting" wants a seat at the provider.', sessions,
      [line('max by (state) (callsheet_sessions)', '{{state}}')], {stack: true}),
    panel('Settled per hour', 'currencyUSD', 'What live minutes cost. A started minute is a credit, whether anybody looks or not.', sessions,
      [line('3600 * sum(rate(callsheet_money_usd_total{entry="settled", route="avatar"}[$__rate_interval]))', 'settled')]),
    panel('Orphans stopped', 'short', 'In the time shown: sessions that ran at the provider although we held them as over, and were stopped. Each was a meter that nobody wanted.', sessions,
      [line('sum(increase(callsheet_orphans_stopped_total[$__range]))', 'stopped')], {kind: 'stat', w: 4, bad: 1, decimals: 0}),
    panel('Strangers', 'short', 'Sessions that run at the provider\'s account and are not ours, at the last look. They may be another user\'s.', sessions,
      [line('max(callsheet_strangers)', 'running')], {kind: 'stat', w: 4, bad: 1, decimals: 0}),
    panel('The provider\'s answers', 's', 'Calls of the session\'s life (start, stop, list), 95 of 100 are faster.', `{${service} && kind=client}`,
      [histogramLine('histogram_quantile(0.95, sum by (le, operation) (rate(callsheet_provider_duration_seconds_bucket{provider="liveavatar"}[$__rate_interval])))', '{{operation}}')]),
    panel('Calls that failed', 'reqps', 'The same calls without a good answer, by what came instead.', `{${service} && kind=client && status=error}`,
      [line(orZero('sum by (operation, outcome) (rate(callsheet_provider_duration_seconds_count{provider="liveavatar", outcome!="ok"}[$__rate_interval]))', 'avatar-session-service'), '{{operation}} {{outcome}}')], {bad: 0.1}),
  ],
});
