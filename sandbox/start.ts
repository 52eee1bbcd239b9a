import { sampleLinks } from './samples.ts';
import { sandboxDefaults } from './sandbox-defaults.ts';
import { startSandbox } from './start-sandbox.ts';

const host = process.env['HOST'] ?? sandboxDefaults.host;
const port = Number(process.env['SANDBOX_PORT'] ?? sandboxDefaults.port);
const frontendUrl = process.env['FRONTEND_URL'] ?? sandboxDefaults.frontendUrl;
const publicUrl = process.env['SANDBOX_PUBLIC_URL'] ?? `http://${host}:${port}`;

const sandbox = await startSandbox({ host, port, frontendUrl, publicUrl });

console.log(`Sandbox of Notify API and document-download-api on ${sandbox.url}`);
for (const { title, path } of sampleLinks) console.log(`${title}\n  ${frontendUrl}${path}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void sandbox.close());
}
