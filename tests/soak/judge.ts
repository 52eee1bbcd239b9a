import type { Sample } from './measure.ts';
import { fitTrend, type Trend } from './trend.ts';

/** What was found out about one thing that must not grow. */
export interface Verdict {
  readonly name: string;
  readonly unit: string;
  readonly trend: Trend;
  /** How far the line may rise over the time that is judged, and still count as flat. */
  readonly riseLimit: number;
  readonly isFlat: boolean;
}

const BYTES_PER_MB = 1024 * 1024;

/** Memory comes in steps; of what is kept for each request, some tens of bytes would show. */
const MEMORY_RISE_SHARE = 0.05;
/** Connections come and go; of one that is left open for a thousand requests, more would show. */
const DESCRIPTOR_RISE_LIMIT = 20;

/** Says whether memory and descriptors were flat. */
export function judge(samples: readonly Sample[]): readonly Verdict[] {
  const memory = trendOf(samples, ({ memoryBytes }) => memoryBytes / BYTES_PER_MB);
  const descriptors = trendOf(samples, (sample) => sample.descriptors);
  return [
    verdict('memory', 'MB', memory, memory.mean * MEMORY_RISE_SHARE),
    verdict('open descriptors', '', descriptors, DESCRIPTOR_RISE_LIMIT),
  ];
}

function trendOf(samples: readonly Sample[], valueOf: (sample: Sample) => number): Trend {
  return fitTrend(samples.map((sample) => ({ timeMs: sample.timeMs, value: valueOf(sample) })));
}

function verdict(name: string, unit: string, trend: Trend, riseLimit: number): Verdict {
  return { name, unit, trend, riseLimit, isFlat: trend.rise <= riseLimit };
}
