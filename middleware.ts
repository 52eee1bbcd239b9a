import { NextResponse } from 'next/server';
import { securityHeaders } from '#lib/security/security-headers.ts';

export const config = { runtime: 'nodejs', matcher: '/((?!assets/).*)' };

/** The checks before a page, in order. */
export default function middleware(): NextResponse {
  return NextResponse.next({ headers: securityHeaders });
}
