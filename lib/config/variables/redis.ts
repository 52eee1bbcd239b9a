import * as z from 'zod';
import { Secret } from '#lib/secret/secret.ts';
import { parseJson } from '../parse-json.ts';
import { choice, flag, matching, secret, text } from '../variable.ts';

const redisUrl = matching(
  '`redis://` or `rediss://` address; several, separated by commas',
  z
    .string()
    .regex(/^rediss?:\/\/[^,]+(?:,[^,]+)*$/)
    .transform((value) => new Secret(value)),
);

const secretJson = matching(
  'JSON',
  z
    .string()
    .refine((value) => parseJson(value) !== undefined)
    .transform((value) => new Secret(value)),
);

/** The store that instances share. */
export const redisVariables = {
  REDIS_ENABLED: flag({
    doc: 'Turns Redis on: limits and caches are then shared by all instances',
    developmentFallback: 'false',
  }),
  REDIS_URL: redisUrl({
    doc: 'Address of Redis, needed when it is turned on; of a group the sentinels or some nodes of the cluster',
    optional: true,
    secret: true,
  }),
  VCAP_SERVICES: secretJson({
    doc: 'Set by Cloud Foundry: the Redis that is bound there, where `REDIS_URL` names none',
    optional: true,
    secret: true,
  }),
  REDIS_MODE: choice(['single', 'sentinel', 'cluster'])({
    doc: 'Whether that is one server, a Sentinel group or a Cluster',
    fallback: 'single',
  }),
  REDIS_SENTINEL_NAME: text({
    doc: 'Name of the primary that the sentinels watch, needed with `sentinel`',
    optional: true,
  }),
  REDIS_SENTINEL_PASSWORD: secret({
    doc: 'Password of the sentinels themselves',
    optional: true,
    secret: true,
  }),
  REDIS_TLS_CA: text({
    doc: 'Certificate authority (PEM) of `rediss://` where it is not a public one',
    optional: true,
  }),
};
