// What everything stands on: the log, the tables, the object store, the providers, the processes.
import {dashboard, histogramLine, line, orZero, panel, risen, row} from './grafana.mjs';

const all = 'request-api|scenario-router|i2v-worker|r2v-worker|avatar-session-service|consistency-scorer';
const everybody = '{status=error}';
const workers = '{resource.service.name=~"(i2v|r2v)-worker" && kind=client}';

export const stores = dashboard({
  uid: 'stores',
  title: 'Kafka and stores',
  description: 'Lag, outbox, dead letters, connections, S3, providers, memory: where trouble comes from when the rooms are well.',
  panels: [
    row('The log'),
    panel('Consumer lag', 'short', 'Records that are written and not yet read, by service and topic (a tenant\'s topic without its tenant). It may be high for a moment; it must not stay.', everybody,
      [line('sum by (job, topic) (callsheet_kafka_lag)', '{{job}} {{topic}}')]),
    panel('Last poll', 's', 'How long ago each group\'s slowest reader asked for records. Above a minute it is stuck, or its handler is.', everybody,
      [line('max by (group) (callsheet_kafka_last_poll_seconds)', '{{group}}')], {bad: 60}),
    panel('Sending', 's', 'Mean time until the brokers have taken what a service sends.', everybody,
      [line('max by (job) (callsheet_kafka_send_latency_seconds)', '{{job}}')]),
    panel('Rebalances', 'short', 'In the time shown, by group. One for each pod that comes or goes is right.', everybody,
      [line('sum by (group) (increase(callsheet_kafka_rebalances_total[$__range]))', '{{group}}')], {kind: 'stat', decimals: 0}),
    panel('Not sent', 'short', 'Records that the brokers did not take, in the time shown; what mattered went to the outbox or was tried again.', everybody,
      [line('sum by (job) (increase(callsheet_kafka_send_errors_total[$__range]))', '{{job}}')], {kind: 'stat', bad: 1, decimals: 0}),
    panel('Outbox: oldest', 's', 'How long the oldest fact waits to be told, by service. It is told within a second; longer means that the brokers do not take it.', everybody,
      [line('max by (job) (callsheet_outbox_oldest_seconds)', '{{job}}')], {bad: 60}),
    panel('Outbox: waiting', 'short', 'Facts that are stored and not yet published.', everybody,
      [line('max by (job) (callsheet_outbox_pending)', '{{job}}')]),
    panel('Outbox: told', 'short', 'Facts a second that went from the tables to the log.', everybody,
      [line('sum by (job) (rate(callsheet_outbox_published_total[$__rate_interval]))', '{{job}}')]),
    panel('Dead letters', 'short', 'Records that could not be read, in the time shown, by topic and code. ./callsheet redrive puts them back.', everybody,
      [line(orZero(`sum by (topic, code) ${risen('callsheet_dead_letters_total')}`, all), '{{topic}} {{code}}')], {kind: 'table', bad: 1, decimals: 0}),
    panel('Repeats', 'short', 'Records a second that came again and were known: at-least-once at work. Much of it after a rebalance is normal.', everybody,
      [line(orZero('sum by (door) (rate(callsheet_duplicates_total[$__rate_interval]))', all), '{{door}}')]),

    row('The tables'),
    panel('Connections in use', 'short', 'Of each service\'s pool, summed over its pods.', everybody,
      [line('sum by (job) (db_client_connection_count{db_client_connection_state="used"})', '{{job}}')]),
    panel('Pool in use', 'percentunit', 'The fullest pool of each service.', everybody,
      [line('max by (job) (sum by (job, instance) (db_client_connection_count{db_client_connection_state="used"}) / sum by (job, instance) (db_client_connection_max))', '{{job}}')], {max: 1, bad: 0.9}),
    panel('Waiting for a connection', 'short', 'Threads that want one and get none. More than a moment above zero: the pool is too small, or the database too slow.', everybody,
      [line('sum by (job) (db_client_connection_pending_requests)', '{{job}}')], {bad: 1}),

    row('The object store and the providers'),
    panel('S3', 's', '95 of 100 calls are faster, by operation.', '{kind=client}',
      [histogramLine('histogram_quantile(0.95, sum by (le, operation) (rate(callsheet_store_duration_seconds_bucket[$__rate_interval])))', '{{operation}}')]),
    panel('S3: failed', 'reqps', 'Calls that failed, by operation. A look for what is not there is none of them.', '{kind=client && status=error}',
      [line(orZero('sum by (operation) (rate(callsheet_store_duration_seconds_count{outcome="failed"}[$__rate_interval]))', all), '{{operation}}')]),
    panel('Providers', 's', '95 of 100 calls are faster, by provider and operation.', workers,
      [histogramLine('histogram_quantile(0.95, sum by (le, provider, operation) (rate(callsheet_provider_duration_seconds_bucket[$__rate_interval])))', '{{provider}} {{operation}}')]),
    panel('Providers: no good answer', 'reqps', 'Calls by what came instead: refused (4xx, so also a limit), failed (5xx, or unreadable), away (none). What is away after a submit is money in doubt.', '{kind=client && status=error}',
      [line(orZero('sum by (provider, operation, outcome) (rate(callsheet_provider_duration_seconds_count{outcome!="ok"}[$__rate_interval]))', all), '{{provider}} {{operation}} {{outcome}}')]),

    row('The processes'),
    panel('Running', 'short', 'Pods of each service that answer the scraping.', everybody,
      [line(`sum by (job) (up{job=~"${all}"})`, '{{job}}')]),
    panel('Doors', 's', 'HTTP calls by service; 95 of 100 are faster. Event streams are long by nature.', '{kind=server}',
      [histogramLine('histogram_quantile(0.95, sum by (le, job) (rate(http_server_request_duration_seconds_bucket{http_route!~"/q/.*"}[$__rate_interval])))', '{{job}}')]),
    panel('Heap after collection', 'percentunit', 'What stays in use of the largest heap. Above 0.9 the process spends its time collecting, and then dies.', everybody,
      [line('max by (job, instance) (sum by (job, instance) (jvm_memory_used_after_last_gc_bytes{jvm_memory_type="heap"}) / sum by (job, instance) (jvm_memory_limit_bytes{jvm_memory_type="heap"}))', '{{job}} {{instance}}')], {max: 1, bad: 0.9}),
    panel('Collecting', 'percentunit', 'Share of the time in which the collector stood in the way.', everybody,
      [line('max by (job) (sum by (job, instance) (rate(jvm_gc_duration_seconds_sum[$__rate_interval])))', '{{job}}')]),
    panel('Processor', 'percentunit', 'Share of the processors it may use, the busiest pod of each service.', everybody,
      [line('max by (job) (jvm_cpu_recent_utilization_ratio)', '{{job}}')], {max: 1}),
  ],
});
