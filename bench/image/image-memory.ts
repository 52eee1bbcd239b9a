import { findFreePort } from '#scripts/free-port.ts';
import { askEngine, type Engine } from '#scripts/image/engine.ts';
import { startContainer } from '#scripts/image/run-container.ts';
import { saturate } from '../load/saturate.ts';
import { proportionalMbOf, readProcessFigures } from '../rig/process-figures.ts';
import { appEnvironment, type Systems } from '../rig/systems.ts';
import { scenario } from '../scenarios.ts';

interface ImageMemoryPlan {
  readonly workers: number;
  /** How many pages are asked for before it is looked at. */
  readonly requests: number;
}

const STRETCH_SECONDS = 5;

/**
 * The memory of all processes of a container together, in MB, after it has answered so many requests at
 * full speed. What processes share counts once, as the limit of a container counts it.
 */
export async function measureImageMemory(
  engine: Engine,
  tag: string,
  systems: Systems,
  { workers, requests }: ImageMemoryPlan,
): Promise<number> {
  const environment = appEnvironment(systems, { workers });
  const container = await startContainer(engine, await findFreePort(), { tag, environment });
  const pid = Number(askEngine(engine, 'inspect', '--format={{.State.Pid}}', container.id));
  const target = { ...container, figures: () => readProcessFigures(pid) };
  let answered = 0;
  while (answered < requests) {
    const { requestsPerSecond } = await saturate(target, scenario('landing'), STRETCH_SECONDS);
    answered += requestsPerSecond * STRETCH_SECONDS;
  }
  const memoryMb = proportionalMbOf(pid);
  container.stop();
  container.remove();
  return memoryMb;
}
