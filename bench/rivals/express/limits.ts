import type { NextFunction } from 'express';
import { readPoints, toPoints, type Points } from '#lib/rate-limit/points.ts';
import { rateLimitHeaders } from '#lib/rate-limit/rate-limit-headers.ts';
import type { Decision } from '#lib/rate-limit/rate-limiter.ts';
import { createSubjectKeys } from '#lib/rate-limit/subject-key.ts';
import type { Secret } from '#lib/secret/secret.ts';
import { addressGroup } from '#lib/security/ip-address.ts';
import type { Limiter, Limiters } from './limiters.ts';
import { renderProblem } from './show-problem.ts';
import type { Answer, Visit } from './visit.ts';

const NOT_FOUND = 404;

/** The handlers that hold visitors to the limits, as our program does for a landing page. */
export function createLimits({ pages, unknownLinks }: Limiters, [secret]: readonly Secret[]) {
  if (secret === undefined) throw new Error('SECRET_KEY holds no key');
  const subjectKey = createSubjectKeys(secret);
  const keyOf = ({ policy }: Limiter, { ip = '' }: Visit) =>
    subjectKey(policy.name, addressGroup(ip)).full;

  return {
    /** Counts the page, and looks whether there have been too many links that do not exist. */
    limitVisitor: async (request: Visit, response: Answer, next: NextFunction): Promise<void> => {
      const [counted, looked] = await Promise.all([
        consume(pages, keyOf(pages, request)),
        peek(unknownLinks, keyOf(unknownLinks, request)),
      ]);
      const decisions = [decide(pages, counted), decide(unknownLinks, looked)];
      response.set(rateLimitHeaders(decisions));
      if (decisions.every(({ allowed }) => allowed)) next();
      else renderProblem(request, response, 429);
    },

    /** Counts an answer that there is no such link. */
    countUnknownLink: (request: Visit, response: Answer, next: NextFunction): void => {
      response.once('finish', () => {
        if (response.statusCode !== NOT_FOUND) return;
        void consume(unknownLinks, keyOf(unknownLinks, request));
      });
      next();
    },
  };
}

function consume({ points }: Limiter, key: string): Promise<Points> {
  return readPoints(points.consume(key));
}

async function peek({ policy, points }: Limiter, key: string): Promise<Points> {
  const result = await points.get(key);
  if (result === null) return { granted: true, remaining: policy.points, resetMs: 0 };
  return toPoints(result, result.remainingPoints > 0);
}

function decide({ policy }: Limiter, { granted, remaining, resetMs }: Points): Decision {
  const resetSeconds = resetMs > 0 ? Math.ceil(resetMs / 1000) : policy.seconds;
  return { policy, allowed: granted, remaining, resetSeconds, store: 'redis' };
}
