import { expect, it } from 'vitest';
import { startTogether } from '#tests/support/start-together.ts';

class PlayedServer {
  isRunning = true;

  async stop(): Promise<void> {
    await Promise.resolve();
    this.isRunning = false;
  }
}

const start = async (server: PlayedServer) => Promise.resolve(server);

it('hands over all servers when each of them has started', async () => {
  const servers = [new PlayedServer(), new PlayedServer()];
  expect(await startTogether(servers.map(start))).toEqual(servers);
  expect(servers.map(({ isRunning }) => isRunning)).toEqual([true, true]);
});

it('leaves none running when one does not start, however late the others do', async () => {
  const [early, late] = [new PlayedServer(), new PlayedServer()];
  const { promise, resolve } = Promise.withResolvers<PlayedServer>();
  const together = startTogether([start(early), Promise.reject(new Error('no port')), promise]);
  resolve(late);
  await expect(together).rejects.toThrow('no port');
  expect([early.isRunning, late.isRunning]).toEqual([false, false]);
});
