import { describe, expect, it } from 'vitest';
import { CACHE_SETTINGS } from '#lib/cache/cache-settings.ts';
import { createServiceMemory } from '#lib/cache/service-memory.ts';
import type { Service } from '#lib/documents/service.ts';

function service(id: string, name = 'A service'): Service {
  return { id, name, contact: { kind: 'phone', text: '0300 000 0000' }, active: true };
}

function rememberMany(count: number, settings: Partial<typeof CACHE_SETTINGS>, name?: string) {
  const memory = createServiceMemory({ ...CACHE_SETTINGS, ...settings }, () => 0);
  for (let n = 0; n < count; n += 1) {
    memory.keep({ service: service(`id ${n}`, name), fetchedAtMs: 0 });
  }
  return Array.from({ length: count }, (_, n) => memory.find(`id ${n}`)).filter(Boolean).length;
}

describe('the memory of a process', () => {
  it('holds no more services than it may', () => {
    expect(rememberMany(100, { maxServices: 30 })).toBe(30);
  });

  it('holds no more bytes than it may', () => {
    expect(rememberMany(100, { maxBytes: 20_000 }, 'x'.repeat(250))).toBe(20);
  });

  it('does not choke on a service that is larger than all of it', () => {
    expect(rememberMany(1, { maxBytes: 1000 }, 'x'.repeat(1000))).toBe(0);
  });

  it('holds no more missing services than it may', () => {
    const memory = createServiceMemory({ ...CACHE_SETTINGS, maxMissing: 30 }, () => 0);
    const ids = Array.from({ length: 100 }, (_, n) => `id ${n}`);
    for (const id of ids) memory.keepMissing(id);
    expect(ids.filter((id) => memory.isMissing(id))).toHaveLength(30);
  });
});
