import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { bundleServer } from './build/bundle-server.ts';
import { leaveOutKeys } from './build/leave-out-keys.ts';
import { narrowSources } from './build/narrow-sources.ts';
import { shareChunks } from './build/share-chunks.ts';
import { runCommand } from './run-command.ts';

const STANDALONE = '.next/standalone';

/** Builds the production server into `.next/standalone`: assets first, since pages name them by hash. */
async function build(): Promise<void> {
  await run('node', ['scripts/build-assets.ts']);
  rmSync(STANDALONE, { recursive: true, force: true });
  await run('next', ['build']);
  leaveOutKeys(`${STANDALONE}/.next`);
  shareChunks(`${STANDALONE}/.next/server/chunks`);
  narrowSources(STANDALONE);
  await bundleServer(STANDALONE);
  // Next leaves out what a content delivery network could serve; here the server serves it itself.
  cpSync('public', `${STANDALONE}/public`, { recursive: true });
  writeFileSync(`${STANDALONE}/version.json`, JSON.stringify(version()));
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  const code = await runCommand(command, args, { env });
  if (code !== 0) process.exit(code);
}

/** What `/_status` says of this build. An image has no repository: there the build arguments tell. */
function version() {
  return {
    GIT_COMMIT: process.env['GIT_COMMIT'] ?? currentCommit(),
    BUILD_TIME: process.env['BUILD_TIME'] ?? new Date().toISOString(),
  };
}

function currentCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}

await build();
