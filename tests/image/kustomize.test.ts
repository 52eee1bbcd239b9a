import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  findUnknownFields,
  MANIFEST_KINDS,
  parseManifests,
} from '#tests/support/kubernetes-manifests.ts';

const output = execFileSync('kubectl', ['kustomize', 'deploy/kubernetes'], { encoding: 'utf8' });
const applied = parseManifests(output);

describe('what kustomize makes for a cluster', () => {
  it.each(applied.map((value) => [value.kind, value] as const))(
    'is a valid %s, in which every field is known',
    (_, value) => {
      expect(findUnknownFields(value)).toEqual([]);
      expect(value).toMatchObject({ metadata: { namespace: 'document-download-frontend' } });
    },
  );

  it('has every kind but secrets, which are kept elsewhere', () => {
    const kinds = MANIFEST_KINDS.filter((kind) => kind !== 'Secret');
    expect(applied.map(({ kind }) => kind).sort()).toEqual(kinds.sort());
  });

  it('runs the image of a commit, with settings whose change replaces the instances', () => {
    expect(output).toMatch(/image: [\w.]+\/document-download-frontend:[0-9a-f]{40}$/m);
    const [, name = ''] = /^ +name: (document-download-frontend-[0-9a-z]{10})$/m.exec(output) ?? [];
    expect(output.split(name)).toHaveLength(3);
  });

  it('runs the image of the tag that operators put in, to roll out or back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kustomize-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const commit = randomBytes(20).toString('hex');
    execFileSync('cp', ['--recursive', 'deploy/kubernetes/.', folder]);
    execFileSync('sed', [
      '-i',
      `s/newTag: .*/newTag: '${commit}'/`,
      `${folder}/kustomization.yaml`,
    ]);
    const changed = execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8' });
    expect(changed).toContain(`/document-download-frontend:${commit}\n`);
  });
});
