import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createApiMetrics } from '#lib/observability/api-metrics.ts';
import { createBuildInfo } from '#lib/observability/build-info.ts';
import { createPageMetrics } from '#lib/observability/page-metrics.ts';
import { createProcessMetrics } from '#lib/observability/process-metrics.ts';
import { createRedisMetrics } from '#lib/observability/redis-metrics.ts';

describe('metrics of the APIs', () => {
  it('time calls by what became of them, and count retries', async () => {
    const registry = new Registry();
    const { onCall } = createApiMetrics(registry);
    const call = {
      operation: 'check',
      status: 200,
      durationMs: 30,
      retried: false,
      spanId: '1',
    } as const;
    onCall({ ...call, api: 'document-download-api', outcome: 'answered' });
    onCall({ ...call, api: 'document-download-api', outcome: 'timeout', retried: true });
    const text = await registry.metrics();
    expect(text).toContain(
      'document_download_api_call_duration_seconds_bucket{le="0.05",api="document-download-api",operation="check",outcome="answered"} 1\n',
    );
    expect(text).toContain('document_download_api_retries_total{api="document-download-api"} 1\n');
    expect(text).toContain('document_download_api_retries_total{api="notify-api"} 0\n');
  });

  it('tell in which state each breaker is, and in none other', async () => {
    const registry = new Registry();
    createApiMetrics(registry).onBreakerChange('notify-api', 'open');
    const text = await registry.metrics();
    expect(text).toContain('breaker_state{api="notify-api",state="open"} 1\n');
    expect(text).toContain('breaker_state{api="notify-api",state="closed"} 0\n');
    expect(text).toContain('breaker_state{api="document-download-api",state="closed"} 1\n');
  });
});

describe('metrics of Redis', () => {
  it('tell whether it is there and how long it takes', async () => {
    const registry = new Registry();
    const { onChange, onCall } = createRedisMetrics(registry);
    expect(await registry.metrics()).toContain('document_download_redis_ready 0\n');
    onChange('ready', 'a probe succeeded');
    onCall(0.0007, 'answered');
    const text = await registry.metrics();
    expect(text).toContain('document_download_redis_ready 1\n');
    expect(text).toContain(
      'document_download_redis_command_duration_seconds_bucket{le="0.001",outcome="answered"} 1\n',
    );
  });
});

describe('metrics of pages', () => {
  it('count lookups and limits', async () => {
    const registry = new Registry();
    const { lookedUp, limited } = createPageMetrics(registry);
    lookedUp('process');
    limited({
      policy: { name: 'unknown-links', points: 30, seconds: 600 },
      store: 'memory',
      allowed: false,
      remaining: 0,
      resetSeconds: 1,
    });
    const text = await registry.metrics();
    expect(text).toContain('document_download_service_lookups_total{layer="process"} 1\n');
    expect(text).toContain('document_download_service_lookups_total{layer="miss"} 0\n');
    expect(text).toContain(
      'document_download_rate_limit_decisions_total{policy="unknown-links",store="memory",decision="refused"} 1\n',
    );
  });

  it.each([
    [new TypeError('x'), 'TypeError'],
    ['thrown text', 'NotAnError'],
    [Object.assign(new Error('x'), { name: 'evil" name' }), 'other'],
  ])('name the error %o', async (error, name) => {
    const registry = new Registry();
    createPageMetrics(registry).failed(error);
    expect(await registry.metrics()).toContain(`http_server_exceptions_total{error="${name}"} 1\n`);
  });

  it('take only so many names of errors', async () => {
    const registry = new Registry();
    const { failed } = createPageMetrics(registry);
    for (let count = 0; count < 200; count += 1) {
      failed(Object.assign(new Error('x'), { name: `Error${count}` }));
    }
    const text = await registry.metrics();
    expect(text.match(/exceptions_total\{/g)).toHaveLength(51);
    expect(text).toContain('http_server_exceptions_total{error="other"} 150\n');
  });
});

describe('metrics of the process', () => {
  it('count its processor time once, however often they are read', async () => {
    const registry = new Registry();
    createProcessMetrics(registry);
    await registry.metrics();
    const text = await registry.metrics();
    const read = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
    const { user, system } = process.cpuUsage();
    expect(read('process_cpu_seconds_total')).toBeCloseTo((user + system) / 1e6, 0);
    expect(read('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(read('nodejs_heap_size_used_bytes')).toBeGreaterThan(1e6);
    expect(read('process_open_fds')).toBeGreaterThan(2);
    expect(read('process_start_time_seconds')).toBeCloseTo(performance.timeOrigin / 1000, 0);
  });

  it('name the build', async () => {
    const registry = new Registry();
    createBuildInfo(registry, 'abc123');
    expect(await registry.metrics()).toContain('build_info{git_commit="abc123"} 1\n');
  });
});
