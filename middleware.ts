import { NextResponse } from 'next/server';
import { checkLimits } from '#lib/checks/check-limits.ts';
import { checkOverload } from '#lib/checks/check-overload.tsx';
import { putOnAnswer } from '#lib/request/request-context.ts';

export const config = { runtime: 'nodejs', matcher: '/((?!assets/).*)' };

/** The checks before a page, in order; the first that refuses answers. */
export default async function middleware(request: Request): Promise<Response> {
  const overload = checkOverload(request);
  if (overload !== null) return overload.refusal;
  const limits = await checkLimits(request);
  if ('refusal' in limits) return limits.refusal;
  // The request hooks put them on, beside the security headers that every answer carries.
  putOnAnswer(limits.headers);
  return NextResponse.next();
}
