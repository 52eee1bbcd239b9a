import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startSandbox } from '#sandbox/start-sandbox.ts';
import { printLogs } from './pretty-logs.ts';
import { runCommand } from './run-command.ts';

/** The development server, which follows changes, on a sandbox of its own. */
async function develop(): Promise<void> {
  const port = process.env['PORT'] ?? '7001';
  const built = await runCommand('node', ['scripts/build-assets.ts']);
  if (built !== 0) process.exit(built);
  const sandbox = await startSandbox({ port: 0, frontendUrl: `http://127.0.0.1:${port}` });
  const server = spawn('next', ['dev', '--port', port], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NOTIFY_ENVIRONMENT: 'development',
      API_HOST_NAME: sandbox.url,
      DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  printLogs(server.stdout);
  process.once('SIGTERM', () => server.kill('SIGTERM'));
  const [code] = (await once(server, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
  await sandbox.close();
}

// A terminal tells the server as well, and this process ends after it.
process.on('SIGINT', () => undefined);
await develop();
