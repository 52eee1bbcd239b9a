import type { Secret } from '#lib/secret/secret.ts';
import type { PointCounter, Points, PointStore } from './points.ts';
import { POLICY_NAMES, type Policies, type Policy, type PolicyName } from './policies.ts';
import { processPoints } from './process-points.ts';
import { createSubjectKeys } from './subject-key.ts';

/** What a limit says about a subject. */
export interface Decision {
  readonly policy: Policy;
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until all points are back, in whole seconds, at least 1. */
  readonly resetSeconds: number;
  /** Where it was counted. */
  readonly store: PointStore['name'];
}

/**
 * No method ever rejects. Ask several at once, not one after the other: they then share one
 * trip to Redis. A subject may be any text and is never stored in clear.
 */
export interface RateLimiter {
  /** Uses up a point; refused when there was none. */
  consume(policy: PolicyName, subject: string): Promise<Decision>;
  /** Says whether there is a point, for a limit that is counted after the answer. */
  peek(policy: PolicyName, subject: string): Promise<Decision>;
  /** Says how a limit stands for somebody who is not here: nothing is decided by it, or counted. */
  inspect(policy: PolicyName, subject: string): Promise<Decision>;
}

export interface RateLimiterSettings {
  readonly policies: Policies;
  /** The newest `SECRET_KEY`. */
  readonly secret: Secret;
  /** What is shared with other processes; null counts in this one. */
  readonly shared: PointStore | null;
  readonly onDecision?: (decision: Decision) => void;
}

/**
 * Makes the limiter of this process, which counts in the process while the shared store is down.
 * (rate-limiter-flexible's own insurance would not tell which of the two has answered.)
 */
export function createRateLimiter(settings: RateLimiterSettings): RateLimiter {
  const { policies, secret, shared, onDecision } = settings;
  const own = processPoints();
  const first = shared ?? own;
  const firstCounters = createCounters(first, policies);
  const insurance = createCounters(own, policies);
  const keyOf = createSubjectKeys(secret);

  async function decide(action: keyof PointCounter, name: PolicyName, subject: string) {
    const key = keyOf(name, subject);
    try {
      return decision(policies[name], await firstCounters[name][action](key), first.name);
    } catch {
      return decision(policies[name], await insurance[name][action](key), own.name);
    }
  }

  async function tell(action: keyof PointCounter, name: PolicyName, subject: string) {
    const made = await decide(action, name, subject);
    onDecision?.(made);
    return made;
  }

  return {
    consume: (name, subject) => tell('consume', name, subject),
    peek: (name, subject) => tell('peek', name, subject),
    inspect: (name, subject) => decide('peek', name, subject),
  };
}

function createCounters(store: PointStore, policies: Policies): Record<PolicyName, PointCounter> {
  const counters = POLICY_NAMES.map((name) => [name, store.createCounter(policies[name])]);
  return Object.fromEntries(counters) as Record<PolicyName, PointCounter>;
}

function decision(policy: Policy, points: Points, store: PointStore['name']): Decision {
  const { granted: allowed, remaining, resetMs } = points;
  const resetSeconds = resetMs > 0 ? Math.ceil(resetMs / 1_000) : policy.seconds;
  return { policy, allowed, remaining, resetSeconds, store };
}
