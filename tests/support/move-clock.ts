import { readFileSync } from 'node:fs';

const RealDate = Date;
const file = process.env['CLOCK_FILE'] ?? '';
const now = () => RealDate.now() + Number(readFileSync(file, 'utf8'));

/**
 * Loaded by `node --import` before everything else, this makes a process live as many milliseconds in
 * the future as `CLOCK_FILE` says at the moment, or in the past when they are negative.
 */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
  get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
});
