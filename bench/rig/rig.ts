import { samples } from '#sandbox/samples.ts';
import { REFUSED_VISITOR, scenario, scenarios, type Scenario } from '../scenarios.ts';
import { startApp, startSystems, type Systems, type Target } from './systems.ts';
import type { Store } from './store.ts';
import { startYardsticks, type Yardsticks } from './yardsticks.ts';

/** All that stands side by side, so that rounds can alternate. */
export interface Rig extends Yardsticks {
  readonly systems: Systems;
  readonly apps: Readonly<Record<Store, Target>>;
}

/** More than the limit `unknown-links` allows. */
const WRONG_LINKS = 40;

/** Starts the systems, an app for each store, and what they are measured against. */
export async function startRig(): Promise<Rig> {
  const systems = await startSystems();
  const apps = {
    redis: await startPreparedApp(systems, 'redis'),
    memory: await startPreparedApp(systems, 'memory'),
  };
  const landing = scenario('landing');
  const yardsticks = await startYardsticks(systems, apps.redis.url + (landing.paths[0] ?? ''));
  await expectAnswer(yardsticks.rival, landing);
  return { systems, apps, ...yardsticks };
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
