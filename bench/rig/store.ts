/** Whether visitors are counted in Redis or in the memory of the machine. */
export type Store = 'redis' | 'memory';

export const STORES: readonly Store[] = ['redis', 'memory'];
