import { oncePerProcess } from './once-per-process.ts';

/**
 * How far a process is on its way out:
 * - `serving`: it has no such plans;
 * - `leaving`: another worker has taken its place, so it lets go of its connections and visitors
 *   notice nothing;
 * - `stopping`: the whole program ends, so load balancers are told as well to send nobody here.
 */
type Stage = 'serving' | 'leaving' | 'stopping';

const state = oncePerProcess('draining', (): { stage: Stage } => ({ stage: 'serving' }));

/** Begins the way out. There is no way back. */
export function startDraining(stage: Exclude<Stage, 'serving'>): void {
  state.stage = stage;
}

/** Whether every answer tells its connection to close. */
export function isLettingGo(): boolean {
  return state.stage !== 'serving';
}

/** Whether the health check fails, so that nobody new is sent here. */
export function isStopping(): boolean {
  return state.stage === 'stopping';
}
