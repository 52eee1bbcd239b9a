import { NextResponse } from 'next/server';
import { checkLimits } from '#lib/checks/check-limits.ts';
import { checkOverload } from '#lib/checks/check-overload.tsx';
import { pageForError } from '#lib/page/page-for-error.tsx';
import { readVisit } from '#lib/page/visit.ts';
import { offerPageChecks } from '#lib/process/page-checks.ts';
import { putOnAnswer } from '#lib/request/request-context.ts';

export const config = { runtime: 'nodejs', matcher: '/((?!assets/).*)' };

/** The checks before a page, in order; the first that refuses answers. */
async function checkPage(request: Request): Promise<Response | null> {
  try {
    const overload = checkOverload(request);
    if (overload !== null) return overload.refusal;
    const limits = await checkLimits(request);
    if ('refusal' in limits) return limits.refusal;
    // The request hooks put them on, beside the security headers that every answer carries.
    putOnAnswer(limits.headers);
    return null;
  } catch (error) {
    return pageForError(error, readVisit(request).view);
  }
}

// The production server asks them itself; Next's own server comes in below (docs/decisions/0052).
offerPageChecks(checkPage);

export default async function middleware(request: Request): Promise<Response> {
  return (await checkPage(request)) ?? NextResponse.next();
}
