import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A function of a profile. */
export interface Frame {
  readonly functionName: string;
  /** Empty for the engine's own work. */
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
  /** From 0. */
  readonly columnNumber: number;
}

/** Time spent in a function itself, with those that had called it: innermost first. */
export interface Sample {
  readonly stack: readonly Frame[];
  readonly durationUs: number;
}

const Profile = z.object({
  /** Microseconds of the machine's monotonic clock. */
  startTime: z.number(),
  nodes: z.array(
    z.object({
      id: z.number(),
      children: z.array(z.number()).optional(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.number(),
        columnNumber: z.number(),
      }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Profile = z.infer<typeof Profile>;

/** A stretch of the machine's monotonic clock, in microseconds. */
export interface Stretch {
  readonly fromUs: number;
  readonly toUs: number;
}

/** Reads what `node --cpu-prof` has written, as far as it is of a stretch of time. */
export function readCpuProfile(path: string, { fromUs, toUs }: Stretch): Sample[] {
  const profile = Profile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const stacks = stacksOf(profile);
  const samples: Sample[] = [];
  let timeUs = profile.startTime;
  for (const [index, node] of profile.samples.entries()) {
    const durationUs = profile.timeDeltas[index] ?? 0;
    timeUs += durationUs;
    if (timeUs < fromUs || timeUs > toUs) continue;
    samples.push({ stack: stacks.get(node) ?? [], durationUs });
  }
  return samples;
}

/** Nodes come after their parents. */
function stacksOf({ nodes }: Profile): Map<number, readonly Frame[]> {
  const stacks = new Map<number, readonly Frame[]>();
  const stacksOfParents = new Map<number, readonly Frame[]>();
  for (const { id, children = [], callFrame } of nodes) {
    const stack = [callFrame, ...(stacksOfParents.get(id) ?? [])];
    stacks.set(id, stack);
    for (const child of children) stacksOfParents.set(child, stack);
  }
  return stacks;
}
