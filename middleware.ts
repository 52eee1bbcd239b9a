import { NextResponse } from 'next/server';
import { checkLimits } from '#lib/checks/check-limits.ts';
import { checkOverload } from '#lib/checks/check-overload.tsx';
import { securityHeaders } from '#lib/security/security-headers.ts';

export const config = { runtime: 'nodejs', matcher: '/((?!assets/).*)' };

/** The checks before a page, in order; the first that refuses answers. */
export default async function middleware(request: Request): Promise<Response> {
  const overload = checkOverload(request);
  if (overload !== null) return overload.refusal;
  const limits = await checkLimits(request);
  if ('refusal' in limits) return limits.refusal;
  return NextResponse.next({ headers: { ...securityHeaders, ...limits.headers } });
}
