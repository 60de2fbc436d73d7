// Does a character stay itself, how sure is that, and what does it cost.
import {dashboard, histogramLine, line, orZero, panel, row} from './grafana.mjs';

const scored = '{resource.service.name="consistency-scorer"}';
const counted = matchers => `sum(increase(callsheet_verdicts_total{${matchers}}[$window]))`;

// Wilson's interval (1927) for a share of n, at 95 of 100: the normal quantile 1.96, its square 3.8416.
function wilson(sign, matchers) {
  const n = counted(matchers);
  const p = `(${counted(join(matchers, 'verdict="PASS"'))} / ${n})`;
  return `(${p} + 1.9208 / ${n} ${sign} 1.96 * sqrt(${p} * (1 - ${p}) / ${n} + 0.9604 / ${n} ^ 2)) / (1 + 3.8416 / ${n})`;
}

function rate(matchers) {
  return `${counted(join(matchers, 'verdict="PASS"'))} / ${counted(matchers)}`;
}

function join(...matchers) {
  return matchers.filter(each => each !== '').join(', ');
}

const pass = 'Passed over all verdicts: without a face or in doubt counts as not passed (ADR 0018).';

export const identity = dashboard({
  uid: 'identity',
  title: 'Identity',
  description: 'The Identity Consistency Rate with its interval, what it rests on, and what a clip costs that was accepted.',
  from: 'now-24h',
  window: ['1h', '6h', '1d', '7d', '28d'],
  panels: [
    row('The rate'),
    panel('Identity Consistency Rate', 'percentunit', `${pass} With Wilson's 95 % interval: while n is small it is wide, and the rate means little.`, scored, [
      line(wilson('-', ''), 'at least'), line(rate(''), 'rate'), line(wilson('+', ''), 'at most')], {kind: 'stat', max: 1, decimals: 3}),
    panel('Counted clips', 'short', 'n: verdicts in the window chosen above.', scored,
      [line(counted(''), 'verdicts')], {kind: 'stat', w: 4, decimals: 0}),
    panel('The rate over time', 'percentunit', `${pass} Each point looks back over the window chosen above.`, scored, [
      line(wilson('+', ''), 'at most'), line(rate(''), 'rate'), line(wilson('-', ''), 'at least')], {w: 12, max: 1}),
    panel('Bound, and described only', 'percentunit', 'The rate of clips whose prompt binds the characters by their references, and of the others. The second is what a prompt alone achieves.', scored, [
      line(rate('bound="true"'), 'bound'), line(rate('bound="false"'), 'described')], {max: 1}),
    panel('Verdicts', 'short', 'Per hour. Many NOT_MEASURABLE: faces are too small or turned away, or the decoder fails. Many REVIEW: a person has to look.', scored,
      [line('3600 * sum by (verdict) (rate(callsheet_verdicts_total[$__rate_interval]))', '{{verdict}}')], {stack: true}),
    panel('Likeness', 'short', 'How like its references a clip\'s character is (median cosine; the calibration has the limit): a tenth of the clips is below one line, half below the other. A fall without another provider model is a change in the inputs. A point leads to the trace of one clip.', scored, [
      histogramLine('histogram_quantile(0.1, sum by (le) (rate(callsheet_identity_similarity_bucket[$__rate_interval])))', 'a tenth is below'),
      histogramLine('histogram_quantile(0.5, sum by (le) (rate(callsheet_identity_similarity_bucket[$__rate_interval])))', 'half is below')], {max: 1, decimals: 2}),

    row('What it costs'),
    panel('Retakes', 'short', 'Clips an hour that were asked for again, by the reason. Each is paid like the first.', '{resource.service.name="r2v-worker"}',
      [line(orZero('3600 * sum by (reason) (rate(callsheet_retakes_total[$__rate_interval]))', 'r2v-worker'), '{{reason}}')], {stack: true}),
    panel('Retakes for one accepted clip', 'short', 'In the window chosen above. One means that each clip is rendered twice.', '{resource.service.name="r2v-worker"}',
      [line(`(sum(increase(callsheet_retakes_total[$window])) or vector(0))
        / sum(increase(callsheet_clips_accepted_total{route="r2v"}[$window]))`, 'retakes')], {kind: 'stat', w: 4, bad: 1, decimals: 2}),
    panel('For one accepted clip', 'currencyUSD', 'All that r2v has settled over its accepted clips, in the window chosen above: the price of consistency.', '{resource.service.name="r2v-worker"}',
      [line(`sum(increase(callsheet_money_usd_total{entry="settled", route="r2v"}[$window]))
        / sum(increase(callsheet_clips_accepted_total{route="r2v"}[$window]))`, 'a clip')], {kind: 'stat', w: 4, decimals: 2}),

    panel('Time to a verdict', 's', 'From the record to the report, half and 95 of 100. It is processor time: more scorers, not larger ones.', scored, [
      histogramLine('histogram_quantile(0.5, sum by (le) (rate(callsheet_room_duration_seconds_bucket{room="scoring"}[$__rate_interval])))', 'half'),
      histogramLine('histogram_quantile(0.95, sum by (le) (rate(callsheet_room_duration_seconds_bucket{room="scoring"}[$__rate_interval])))', '95 of 100')]),
  ],
});
