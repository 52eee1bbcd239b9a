import { globSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * Bundles the process manager into `server/` of the standalone build, which is then complete: it runs
 * without TypeScript. Packages that Next has put there stay files of their own, so that a process has
 * one instance of each; the others become part of the bundle.
 */
export async function bundleServer(standalone: string): Promise<void> {
  await build({
    entryPoints: ['server/start.ts', 'server/health-check.ts'],
    outdir: `${standalone}/server`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Processes keep their source in memory; names stay, for whoever reads a stack.
    minifyWhitespace: true,
    minifySyntax: true,
    external: globSync(['[!@]*', '@*/*'], { cwd: `${standalone}/node_modules` }),
    logLevel: 'warning',
  });
}
