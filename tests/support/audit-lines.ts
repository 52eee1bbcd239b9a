import { z } from 'zod';
import { ask } from './ask.ts';
import type { App } from './start-app.ts';

const AuditLine = z.looseObject({
  logType: z.literal('audit'),
  who: z.string(),
  action: z.string(),
  verdict: z.string(),
});

/** What a server has written down of its staff so far. */
export function auditLines({ output }: Pick<App, 'output'>): readonly z.infer<typeof AuditLine>[] {
  const lines = output().split('\n');
  return lines
    .filter((line) => line.includes('"audit"'))
    .map((line) => AuditLine.parse(JSON.parse(line)));
}

/** All metrics, as Prometheus reads them. */
export async function readMetrics(url: string): Promise<string> {
  const response = await ask(`${url}/metrics`, { headers: { 'Accept-Encoding': 'identity' } });
  return response.text();
}
