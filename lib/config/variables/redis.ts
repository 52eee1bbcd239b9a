import { z } from 'zod';
import { Secret } from '#lib/secret/secret.ts';
import { flag, matching } from '../variable.ts';

const redisUrl = matching(
  '`redis://` or `rediss://` address',
  z.url({ protocol: /^rediss?$/ }).transform((value) => new Secret(value)),
);

/** The store that instances share. */
export const redisVariables = {
  REDIS_ENABLED: flag({
    doc: 'Turns Redis on: limits and caches are then shared by all instances',
    developmentFallback: 'false',
  }),
  REDIS_URL: redisUrl({
    doc: 'Address of Redis, needed when it is turned on',
    optional: true,
    secret: true,
  }),
};
