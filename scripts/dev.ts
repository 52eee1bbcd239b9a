import { startSandbox } from '#sandbox/start-sandbox.ts';
import { runCommand } from './run-command.ts';

/** The development server, which follows changes, on a sandbox of its own. */
async function develop(): Promise<void> {
  const port = process.env['PORT'] ?? '7001';
  const built = await runCommand('node', ['scripts/build-assets.ts']);
  if (built !== 0) process.exit(built);
  const sandbox = await startSandbox({ port: 0, frontendUrl: `http://127.0.0.1:${port}` });
  process.exitCode = await runCommand('next', ['dev', '--port', port], {
    env: {
      ...process.env,
      NOTIFY_ENVIRONMENT: 'development',
      API_HOST_NAME: sandbox.url,
      DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  await sandbox.close();
}

process.on('SIGINT', () => undefined);
await develop();
