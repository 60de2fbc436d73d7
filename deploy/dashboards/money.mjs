// What is spent, what may have been spent, what is left.
import {dashboard, line, orZero, panel, row} from './grafana.mjs';

const workers = '{resource.service.name=~"(i2v|r2v)-worker"}';
const paid = '{resource.service.name=~"(i2v|r2v)-worker|avatar-session-service"}';

export const money = dashboard({
  uid: 'money',
  title: 'Money',
  description: 'The ledgers in US dollars: committed before a submit, settled or released after it, and what is in doubt between.',
  panels: [
    row('Spent'),
    panel('Settled', 'currencyUSD', 'Paid for in the time shown, by route. The ledgers (./callsheet costs) are the truth; this forgets what a restarted pod had counted since the last scrape.', paid,
      [line('sum by (route) (increase(callsheet_money_usd_total{entry="settled"}[$__range]))', '{{route}}')], {kind: 'stat', decimals: 2}),
    panel('Per hour', 'currencyUSD', 'Ledger entries as dollars per hour, all routes. In the long run settled and released add up to committed.', paid,
      [line('3600 * sum by (entry) (rate(callsheet_money_usd_total{entry=~"committed|settled|released"}[$__rate_interval]))', '{{entry}}')]),
    panel('Settled per hour', 'currencyUSD', 'The same for what was paid, by route.', paid,
      [line('3600 * sum by (route) (rate(callsheet_money_usd_total{entry="settled"}[$__rate_interval]))', '{{route}}')], {stack: true}),
    panel('For one accepted clip', 'currencyUSD', 'All that was settled over the clips that were accepted, in the time shown: retakes and clips that nobody wanted are in it.', workers,
      [line(`sum by (route) (increase(callsheet_money_usd_total{entry="settled", route=~"i2v|r2v"}[$__range]))
        / sum by (route) (increase(callsheet_clips_accepted_total[$__range]))`, '{{route}}')], {kind: 'stat', decimals: 2}),
    panel('Takes ended', 'short', 'Per hour, by model and outcome. A failed render costs nothing, a dropped clip does.', workers,
      [line('3600 * sum by (model, outcome) (rate(callsheet_takes_ended_total[$__rate_interval]))', '{{model}} {{outcome}}')]),
    panel('Leases that ran out', 'short', 'In the time shown: takes of a worker that fell silent and went to another. It costs time, no money.', workers,
      [line('sum by (route) (increase(callsheet_leases_expired_total[$__range]))', '{{route}}')], {kind: 'stat', decimals: 0}),

    row('At stake'),
    panel('Open', 'currencyUSD', 'Committed and neither settled nor released: what the provider may still charge. The three add up to it; unsure and wedged are what nobody can tell.', workers,
      [line('max by (route, state) (callsheet_money_open_usd)', '{{route}} {{state}}')], {stack: true}),
    panel('Unsure', 'currencyUSD', 'A submit without an answer: perhaps paid, perhaps not. The provider\'s list tells within settle and grace, a minute and a half by default.', `{resource.service.name=~"(i2v|r2v)-worker" && status=error}`,
      [line('max by (route) (callsheet_money_open_usd{state="unsure"})', '{{route}}')], {kind: 'stat', w: 4, bad: 0.01, decimals: 2}),
    panel('Wedged', 'currencyUSD', 'Renders that are past every expected time. They are watched on, and settled if they end late.', workers,
      [line('max by (route) (callsheet_money_open_usd{state="wedged"})', '{{route}}')], {kind: 'stat', w: 4, bad: 0.01, decimals: 2}),
    panel('Longest in doubt', 's', 'How long the oldest unsure and the oldest wedged take have been so.', workers,
      [line('max by (route, state) (callsheet_take_oldest_seconds{state=~"unsure|wedged"})', '{{route}} {{state}}')]),

    row('Limits'),
    panel('Least left under a cap', 'currencyUSD', 'The smallest remainder under any tenant\'s or campaign\'s cap. At zero its takes are refused before they are submitted. No line: there is no cap.', workers,
      [line('min by (route) (callsheet_budget_left_usd)', '{{route}}')]),
    panel('Open alerts of the workers', 'short', 'What ./callsheet alerts lists: ledger and provider\'s bill compared every ten minutes, contracts, closed accounts.', workers,
      [line(orZero('max by (route, kind) (callsheet_alerts) > 0', 'i2v-worker'), '{{route}} {{kind}}')], {kind: 'table', bad: 1, decimals: 0}),
  ],
});
