import { NextResponse } from 'next/server';
export const config = { runtime: 'nodejs', matcher: '/:path*' };
export default function middleware() {
  return NextResponse.next();
}
