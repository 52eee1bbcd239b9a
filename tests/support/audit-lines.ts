import { expect } from 'vitest';
import * as z from 'zod';
import { ask } from './ask.ts';
import { readLogLines } from './log-lines.ts';
import type { App } from './start-app.ts';

const AuditLine = z.looseObject({
  logType: z.literal('audit'),
  who: z.string(),
  action: z.string(),
  verdict: z.string(),
});

export type AuditLine = z.infer<typeof AuditLine>;

const PATIENCE_MS = 60_000;

/** What a server has written down of its staff so far. */
export function auditLines({ output }: Pick<App, 'output'>): readonly AuditLine[] {
  const lines = readLogLines(output());
  return lines.filter(({ logType }) => logType === 'audit').map((line) => AuditLine.parse(line));
}

/** Waits until the latest lines are these: what a server writes arrives a moment after its answer. */
export async function expectAudited(
  app: Pick<App, 'output'>,
  ...lines: readonly Partial<AuditLine>[]
): Promise<readonly AuditLine[]> {
  const latest = () => auditLines(app).slice(-lines.length);
  await expect.poll(latest, { timeout: PATIENCE_MS }).toMatchObject(lines);
  return latest();
}

/** All metrics, as Prometheus reads them. */
export async function readMetrics(url: string): Promise<string> {
  const response = await ask(`${url}/metrics`, { headers: { 'Accept-Encoding': 'identity' } });
  return response.text();
}
