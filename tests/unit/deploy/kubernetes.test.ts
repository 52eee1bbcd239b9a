import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readConfig } from '#lib/config/read-config.ts';
import { findUnknownFields, parseManifests } from '#tests/support/kubernetes-manifests.ts';

const read = (file: string) => readFileSync(`deploy/kubernetes/${file}`, 'utf8');

const { resources, configMapGenerator } = z
  .object({
    resources: z.array(z.string()),
    configMapGenerator: z.tuple([z.object({ literals: z.array(z.string()) })]),
  })
  .parse(parse(read('kustomization.yaml')));
const [{ literals }] = configMapGenerator;

const applied = resources.flatMap((file) => parseManifests(read(file)));
const secrets = parseManifests(read('secret.example.yaml'));

const named = z.object({ name: z.string(), value: z.string() });
const deployment = z
  .object({
    spec: z.object({
      replicas: z.number(),
      strategy: z.object({ rollingUpdate: z.record(z.string(), z.number()) }),
      template: z.object({
        metadata: z.object({ labels: z.record(z.string(), z.string()) }),
        spec: z.object({
          terminationGracePeriodSeconds: z.number(),
          containers: z.tuple([
            z.looseObject({
              env: z.array(named),
              lifecycle: z.object({
                preStop: z.object({
                  exec: z.object({ command: z.tuple([z.literal('sleep'), z.coerce.number()]) }),
                }),
              }),
            }),
          ]),
        }),
      }),
    }),
  })
  .parse(applied.find(({ kind }) => kind === 'Deployment'));
const { metadata, spec } = deployment.spec.template;
const [container] = spec.containers;

describe('the manifests of Kubernetes', () => {
  it.each([...applied, ...secrets].map((value) => [value.kind, value] as const))(
    'are a valid %s, in which every field is known',
    (_, value) => {
      expect(findUnknownFields(value)).toEqual([]);
    },
  );

  it('show a misspelt field', () => {
    const copy = structuredClone(applied.find(({ kind }) => kind === 'Deployment'));
    Object.assign(copy?.['spec'] ?? {}, { replica: 3 });
    expect(copy && findUnknownFields(copy)).toEqual(['/spec/replica']);
  });

  it('select the same instances', () => {
    const selections = JSON.stringify(applied).match(/"(?:matchLabels|selector)":\{"app[^{}]*\}/g);
    expect(selections).toHaveLength(7);
    for (const text of selections ?? []) expect(text).toContain(JSON.stringify(metadata.labels));
  });
});

describe('the instances on Kubernetes', () => {
  it('are several, and no fewer while they are replaced', () => {
    expect(deployment.spec.replicas).toBeGreaterThanOrEqual(2);
    expect(deployment.spec.strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
  });

  it('start with the settings of the config map, the secret and the deployment', () => {
    const config = readConfig(environment());
    expect(config.REDIS_ENABLED).toBe(true);
    expect(config.HTTP_PROTOCOL).toBe('https');
  });

  it('have the time that they take to stop', () => {
    const [, preStopSeconds] = container.lifecycle.preStop.exec.command;
    const { SHUTDOWN_TIMEOUT_SECONDS } = readConfig(environment());
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(
      preStopSeconds + SHUTDOWN_TIMEOUT_SECONDS + 2,
    );
  });
});

function environment(): Record<string, string | undefined> {
  return {
    // Set by the image.
    PORT: '7001',
    ...parseEnv(literals.join('\n')),
    ...z.record(z.string(), z.string()).parse(secrets[0]?.['stringData']),
    ...Object.fromEntries(container.env.map(({ name, value }) => [name, value])),
  };
}
