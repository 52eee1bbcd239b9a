import * as z from 'zod';
import {
  DEFAULT_QUOTAS,
  parseQuota,
  POLICY_NAMES,
  policyVariable,
  type PolicyName,
  type PolicyVariable,
} from '#lib/rate-limit/policies.ts';
import { list, matching } from '../variable.ts';

const quota = matching(
  '`{points}/{seconds}`',
  z.string().transform((value, context) => {
    const parsed = parseQuota(value);
    if (parsed !== null) return parsed;
    context.addIssue('no quota');
    return z.NEVER;
  }),
);

const addressRange = list(
  'addresses or ranges such as `192.0.2.0/24`',
  z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]),
);

const quotaOf = (name: PolicyName) => {
  const { points, seconds } = DEFAULT_QUOTAS[name];
  return quota({ doc: `The limit \`${name}\``, fallback: `${points}/${seconds}` });
};

/** One variable for each limit that `lib/rate-limit/policies.ts` declares. */
const quotaVariables = Object.fromEntries(
  POLICY_NAMES.map((name) => [policyVariable(name), quotaOf(name)]),
) as Readonly<Record<PolicyVariable, ReturnType<typeof quotaOf>>>;

/** How much a visitor may ask for. */
export const rateLimitVariables = {
  ...quotaVariables,
  RATE_LIMIT_EXEMPT_CIDRS: addressRange({
    doc: 'Visitors that no limit holds off, such as monitors',
    optional: true,
  }),
};
