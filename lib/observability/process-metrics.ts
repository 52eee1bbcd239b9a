import { readdirSync } from 'node:fs';
import { Counter, Gauge, type Registry } from 'prom-client';

const MICROSECONDS = 1e6;

/** Measures a process. The names are those of all Prometheus clients; the values of all processes add up. */
export function createProcessMetrics(registry: Registry): void {
  const registers = [registry];
  measureCpu(registers);
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of all processes',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: 'nodejs_heap_size_used_bytes',
    help: 'Memory that JavaScript values of all processes take',
    registers,
    collect() {
      this.set(process.memoryUsage().heapUsed);
    },
  });
  new Gauge({
    name: 'process_open_fds',
    help: 'Open files and sockets of all processes',
    registers,
    collect() {
      this.set(countOpenFiles());
    },
  });
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the oldest process started, in seconds since 1970',
    registers,
    aggregator: 'min',
  }).set(performance.timeOrigin / 1000);
}

function measureCpu(registers: Registry[]): void {
  let counted = 0;
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of all processes',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      const seconds = (user + system) / MICROSECONDS;
      this.inc(seconds - counted);
      counted = seconds;
    },
  });
}

/** 0 where the system does not tell. */
function countOpenFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
