import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as z from 'zod';

const billOfMaterials = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({}) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string() })),
});

const lockfile = z.object({
  name: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

/** A development dependency by name, but its styles, script and fonts are served to every reader. */
const SERVED_PACKAGE = 'node_modules/govuk-frontend';

/**
 * The packages in the image as a CycloneDX bill of materials: those of production, what the pages serve,
 * and Node. The same lockfile gives the same text: it has neither a time nor a number of its own.
 */
export function describePackages(): object {
  const { name, packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const shipped = Object.entries(packages)
    .filter(([path, { dev, optional, devOptional }]) => {
      return path === SERVED_PACKAGE || !(dev ?? optional ?? devOptional ?? path === '');
    })
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1) ?? ''}@${version ?? ''}`);
  const bill = billOfMaterials.parse(JSON.parse(askNpm()));
  return {
    ...bill,
    serialNumber: undefined,
    metadata: {
      ...bill.metadata,
      timestamp: undefined,
      // npm names it after the folder that it is in.
      component: { ...bill.metadata.component, name },
    },
    components: [
      ...bill.components.filter((component) => shipped.includes(component['bom-ref'])),
      describeNode(),
    ],
    dependencies: bill.dependencies.filter(({ ref }) => shipped.includes(ref)),
  };
}

function askNpm(): string {
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  return execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
}

function describeNode() {
  const { node: version } = process.versions;
  return {
    'bom-ref': `node@${version}`,
    type: 'platform',
    name: 'node',
    version,
    purl: `pkg:generic/node@${version}`,
  };
}
