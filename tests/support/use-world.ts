import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startWorld, type World, type WorldOptions } from './start-world.ts';

/** A world for all tests of a file; each test finds its sandbox as it was at the start. */
export function useWorld(options: WorldOptions = {}): Omit<World, 'stop'> {
  let running: World | undefined;
  const world = (): World => {
    if (running === undefined) throw new Error('the world is there for tests only');
    return running;
  };
  beforeAll(async () => {
    running = await startWorld(options);
  });
  beforeEach(() => world().sandbox.reset());
  afterAll(() => running?.stop());
  return {
    get app() {
      return world().app;
    },
    get sandbox() {
      return world().sandbox;
    },
  };
}
