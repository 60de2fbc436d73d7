// Where and who we are: from the environment, as any partner's program would have it.
import {Kafka, logLevel} from 'kafkajs';

const env = process.env;

/** The tenant is the topic's name. Nothing inside an event can say otherwise. */
export const tenant = env.TENANT ?? 'demo';

export const topics = {
  requests: `callsheet.requests.${tenant}`,
  control: `callsheet.control.${tenant}`,
  facts: 'callsheet.facts',
};

/** Who says so, in our events. With the event's id it names a request: sent twice, it is made and paid once. */
export const source = env.SOURCE ?? '/partner/node';

/** The broker asks for a password if it is in a cluster; ./callsheet up starts one that does not. */
export const kafka = new Kafka({
  clientId: env.CLIENT_ID ?? 'node-partner',
  brokers: (env.KAFKA ?? '127.0.0.1:19092').split(','),
  ssl: env.KAFKA_TLS === 'yes',
  sasl: env.KAFKA_USER && {mechanism: 'scram-sha-512', username: env.KAFKA_USER, password: env.KAFKA_PASSWORD},
  logLevel: logLevel.ERROR,
});
