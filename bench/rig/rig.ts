import { samples } from '#sandbox/samples.ts';
import { REFUSED_VISITOR, scenario, scenarios, type Scenario } from '../scenarios.ts';
import {
  startApp,
  startFloor,
  startRival,
  startSystems,
  type Systems,
  type Target,
} from './systems.ts';
import type { Store } from './store.ts';

/** All that stands side by side, so that rounds can alternate. */
export interface Rig {
  readonly systems: Systems;
  readonly apps: Readonly<Record<Store, Target>>;
  readonly floor: Target;
  /** Does the job of the landing page in another way, with its limits in Redis. */
  readonly rival: Target;
}

/** More than the limit `unknown-links` allows. */
const WRONG_LINKS = 40;

/** Starts the systems, an app for each store, the floor that sends the bytes of the landing page, and the rival. */
export async function startRig(): Promise<Rig> {
  const systems = await startSystems();
  const apps = {
    redis: await startPreparedApp(systems, 'redis'),
    memory: await startPreparedApp(systems, 'memory'),
  };
  const floor = await startFloor(apps.redis.url + (scenario('landing').paths[0] ?? ''));
  const rival = await startRival(systems);
  await expectAnswer(rival, scenario('landing'));
  return { systems, apps, floor, rival };
}

/** Starts an app that refuses one visitor, and sees that each scenario gets its answer. */
async function startPreparedApp(systems: Systems, store: Store): Promise<Target> {
  const app = await startApp(systems, { store });
  for (let link = 0; link < WRONG_LINKS; link += 1) {
    await fetch(app.url + samples['unknown-document'].path, { headers: REFUSED_VISITOR });
  }
  for (const each of scenarios) await expectAnswer(app, each);
  return app;
}

async function expectAnswer({ url }: Target, scenario: Scenario): Promise<void> {
  const { name, method, paths, headers, body, status } = scenario;
  const answer = await fetch(url + (paths[0] ?? ''), {
    method,
    headers,
    redirect: 'manual',
    ...(method === 'POST' && { body }),
  });
  if (answer.status !== status) throw new Error(`${name}: ${answer.status}, not ${status}`);
}
