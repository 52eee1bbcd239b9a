import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';
import { pageChecks, type PageChecks } from '#lib/process/page-checks.ts';
import { RouteTable, type RouteParams } from './route-table.ts';
import { StaticFiles } from './static-files.ts';

/** What answers the requests of one page for one method. */
export type Handler = (
  request: Request,
  context: { readonly params: Promise<RouteParams> },
) => Promise<Response>;

/** The program that Next has compiled, as far as requests need it. */
export interface Program {
  readonly checks: PageChecks;
  readonly routes: RouteTable<Handlers>;
  readonly files: StaticFiles;
}

const ROUTE_FILE = /^app\/.*\/?route\.js$/;

const isFunction = (value: unknown) => typeof value === 'function';
const handler = z.custom<Handler>(isFunction);
const Instrumentation = z.object({ register: z.custom<() => Promise<void>>(isFunction) });
/** Of a route as Next compiles it, the part that waits for what the route's own file exports. */
const RouteFile = z.object({
  routeModule: z.custom<{ ensureUserland(): Promise<void>; readonly userland: unknown }>(
    (value) => typeof value === 'object' && value !== null && 'userland' in value,
  ),
});
const Handlers = z.object({
  GET: handler,
  POST: handler,
  PUT: handler,
  PATCH: handler,
  DELETE: handler,
  OPTIONS: handler,
});
/** The handlers of a page by method. */
export type Handlers = Readonly<z.infer<typeof Handlers>>;

const AppPaths = z.record(z.string(), z.string());
const Routes = z.object({ dynamicRoutes: z.array(z.object({ page: z.string() })) });

/**
 * Starts the program that Next has compiled into a folder, as Next's own server would:
 * `instrumentation.ts` first, then `middleware.ts` and every route.
 * @throws what keeps it from its start, or says that the build is not as this expects it
 */
export async function loadProgram(folder: string): Promise<Program> {
  const build = `${folder}/.next`;
  const require = createRequire(`${build}/server/`);
  // What Next's server prepares before it loads what it has built.
  Object.assign(globalThis, { AsyncLocalStorage });
  process.env['NEXT_RUNTIME'] = 'nodejs';
  process.chdir(folder);

  await Instrumentation.parse(await require('./instrumentation.js')).register();
  await require('./middleware.js');
  return {
    checks: pageChecks(),
    routes: new RouteTable(await loadRoutes(build, require)),
    files: new StaticFiles(`${folder}/public/assets`, '/assets'),
  };
}

async function loadRoutes(build: string, require: NodeJS.Require) {
  const files = AppPaths.parse(readJson(`${build}/server/app-paths-manifest.json`));
  const { dynamicRoutes } = Routes.parse(readJson(`${build}/routes-manifest.json`));
  const inOrder = dynamicRoutes.map(({ page }) => page);
  const pages: [pattern: string, handlers: Handlers][] = [];
  for (const [name, file] of Object.entries(files)) {
    if (!ROUTE_FILE.test(file)) continue;
    pages.push([name.replace(/\/route$/, '') || '/', await loadHandlers(require, file)]);
  }
  return pages.sort(([one], [other]) => inOrder.indexOf(one) - inOrder.indexOf(other));
}

async function loadHandlers(require: NodeJS.Require, file: string): Promise<Handlers> {
  const { routeModule } = RouteFile.parse(await require(`./${file}`));
  await routeModule.ensureUserland();
  return Handlers.parse(routeModule.userland);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
