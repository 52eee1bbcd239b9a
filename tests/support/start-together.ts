interface Stoppable {
  stop(): Promise<unknown>;
}

/**
 * Waits until all servers of a group have started.
 * @throws what kept one from it, when those that did start have been stopped
 */
export async function startTogether<Server extends Stoppable>(
  starts: readonly Promise<Server>[],
): Promise<Server[]> {
  const outcomes = await Promise.allSettled(starts);
  const started = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed?.status !== 'rejected') return started;
  await Promise.all(started.map((server) => server.stop()));
  throw failed.reason;
}
