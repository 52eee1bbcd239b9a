import { spawnSync } from 'node:child_process';
import { untilItAnswers } from '../until-it-answers.ts';
import { askEngine, type Engine } from './engine.ts';

/** A container of the image, run as production runs it. */
export interface Container {
  readonly id: string;
  readonly url: string;
  /** Runs a command in it. @throws when the command fails */
  ask(...command: string[]): string;
  /** Everything it has written, standard output and error together. */
  logs(): string;
  /** Whether its own health check is content. */
  isHealthy(): boolean;
  /** Ends it by SIGTERM, or SIGKILL after half a minute; its exit code. */
  stop(): number;
  remove(): void;
}

export interface ContainerOptions {
  readonly tag: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What to run in it; by default the image's own command. */
  readonly command?: readonly string[];
}

/** Podman adds folders that can be written to, and gives a folder in memory to root alone. */
const PODMAN_OPTIONS = ['--read-only-tmpfs=false', '--volume=/home/vcap/logs'];

/** Read-only but for logs and temporary files, without any privilege, on the network of this machine. */
export function hardenedOptions(engine: Engine): string[] {
  return [
    '--read-only',
    '--tmpfs=/tmp',
    ...(engine.name === 'podman' ? PODMAN_OPTIONS : ['--tmpfs=/home/vcap/logs']),
    '--cap-drop=ALL',
    '--security-opt=no-new-privileges',
    '--network=host',
    ...engine.options,
  ];
}

/** Starts the server of an image on a port of 127.0.0.1 and waits until it answers. */
export async function startContainer(
  engine: Engine,
  port: number,
  options: ContainerOptions,
): Promise<Container> {
  const container = runContainer(engine, port, options);
  try {
    await untilItAnswers(`${container.url}/_status?simple=1`);
    return container;
  } catch (error) {
    const logs = container.logs();
    container.remove();
    throw new Error(`the container did not start:\n${logs}`, { cause: error });
  }
}

/** Starts the server of an image on a port of 127.0.0.1. */
export function runContainer(
  engine: Engine,
  port: number,
  { tag, environment = {}, command = [] }: ContainerOptions,
): Container {
  const variables = { HOST: '127.0.0.1', PORT: String(port), ...environment };
  const id = askEngine(
    engine,
    'run',
    '--detach',
    // Else podman writes to the journal, which not every machine has.
    ...(engine.name === 'podman' ? ['--log-driver=k8s-file'] : []),
    ...hardenedOptions(engine),
    ...Object.entries(variables).map(([name, value]) => `--env=${name}=${value}`),
    tag,
    ...command,
  );
  return controlContainer(engine, id, `http://127.0.0.1:${port}`);
}

function controlContainer(engine: Engine, id: string, url: string): Container {
  return {
    id,
    url,
    ask: (...command) => askEngine(engine, 'exec', id, ...command),
    logs: () => {
      const { stdout, stderr } = spawnSync(engine.name, ['logs', id], { encoding: 'utf8' });
      return stdout + stderr;
    },
    isHealthy: () => {
      // Without systemd podman checks only when it is asked to.
      if (engine.name === 'podman') {
        return spawnSync('podman', ['healthcheck', 'run', id], { stdio: 'ignore' }).status === 0;
      }
      return askEngine(engine, 'inspect', '--format={{.State.Health.Status}}', id) === 'healthy';
    },
    stop: () => {
      askEngine(engine, 'stop', '--time=30', id);
      return Number(askEngine(engine, 'inspect', '--format={{.State.ExitCode}}', id));
    },
    remove: () => void askEngine(engine, 'rm', '--force', '--volumes', id),
  };
}
