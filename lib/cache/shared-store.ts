/**
 * A store of texts that all instances share. It never fails and never keeps anybody waiting: when it
 * is down or slow, nothing is found in it and what is set is forgotten.
 */
export interface SharedStore {
  /** The values of keys, in their order; null for those that are not there. */
  get(keys: readonly string[]): Promise<readonly (string | null)[]>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
}
