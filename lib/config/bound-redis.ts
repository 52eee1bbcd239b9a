import * as z from 'zod';
import { parseJson } from './parse-json.ts';

const credentials = z.union([
  z.object({ uri: z.url({ protocol: /^rediss?$/ }) }).transform(({ uri }) => uri),
  z
    .object({
      host: z.string(),
      port: z.coerce.number().int(),
      password: z.string().default(''),
      tls_enabled: z.boolean().default(false),
    })
    .transform(({ host, port, password, tls_enabled: isTls }) => {
      const access = password === '' ? '' : `:${encodeURIComponent(password)}@`;
      return `${isTls ? 'rediss' : 'redis'}://${access}${host}:${port}`;
    }),
]);

const boundService = z.object({
  label: z.string().default(''),
  name: z.string().default(''),
  tags: z.array(z.string()).default([]),
  credentials: z.unknown(),
});

const boundServices = z.record(z.string(), z.array(boundService));

/**
 * The address of the first Redis that Cloud Foundry has bound to the program (`VCAP_SERVICES`); undefined
 * when there is none, or when the text is something else, about which its own variable complains.
 */
export function findBoundRedis(vcapServices: string | undefined): string | undefined {
  const services = boundServices.safeParse(parseJson(vcapServices ?? '')).data ?? {};
  for (const service of Object.values(services).flat()) {
    const url = isRedis(service) ? credentials.safeParse(service.credentials).data : undefined;
    if (url !== undefined) return url;
  }
  return undefined;
}

function isRedis({ label, name, tags }: z.infer<typeof boundService>): boolean {
  return [label, name, ...tags].some((word) => word.toLowerCase().includes('redis'));
}
