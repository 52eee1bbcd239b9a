import { Registry } from 'prom-client';
import { oncePerProcess } from '#lib/process/once-per-process.ts';

/** All metrics of this process. */
export function registry(): Registry {
  return oncePerProcess('metrics-registry', () => new Registry());
}
