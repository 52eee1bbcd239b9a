import type { Verdict } from './judge.ts';
import type { Sample } from './measure.ts';

const MS_PER_MINUTE = 60_000;
const BYTES_PER_MB = 1024 * 1024;

/** @param startMs `performance.now()` when it all began */
export function describeSample(sample: Sample, startMs: number): string {
  const minutes = ((sample.timeMs - startMs) / MS_PER_MINUTE).toFixed(1);
  const megabytes = (sample.memoryBytes / BYTES_PER_MB).toFixed(0);
  return `${minutes.padStart(5)} min  ${megabytes.padStart(5)} MB  ${sample.descriptors} descriptors`;
}

export function describeAnswers(answers: ReadonlyMap<number | 'none', number>): string {
  const sorted = [...answers].toSorted(([one], [other]) =>
    String(one).localeCompare(String(other)),
  );
  return `Answers: ${sorted.map(([status, count]) => `${count} × ${status}`).join(', ')}`;
}

export function describeVerdict({ name, unit, trend, riseLimit, isFlat }: Verdict): string {
  const show = (value: number) => `${value.toFixed(1)} ${unit}`.trim();
  return [
    `${isFlat ? 'Flat' : 'NOT FLAT'}: ${name}`,
    `mean ${show(trend.mean)}`,
    `slope ${show(trend.slopePerHour)} an hour`,
    `rise ${show(trend.rise)} of at most ${show(riseLimit)}`,
  ].join(', ');
}
