import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';

/** What promtool made of its work. */
export interface PromtoolVerdict {
  readonly exitCode: number | null;
  /** Everything it wrote. */
  readonly output: string;
}

/** Runs Prometheus's own checker; `input` is what it reads on standard input. */
export async function runPromtool(args: readonly string[], input = ''): Promise<PromtoolVerdict> {
  const child = spawn('promtool', args);
  const exited = once(child, 'close');
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [exitCode] = (await exited) as [number | null];
  return { exitCode, output: stdout + stderr };
}
