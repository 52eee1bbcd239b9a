import cluster from 'node:cluster';
import { writeSync } from 'node:fs';
import { getHeapStatistics } from 'node:v8';

/** Preloaded into the program, it has each worker write how large its heap may become. */
if (cluster.isWorker) {
  writeSync(
    1,
    `${JSON.stringify({ heapLimitMb: getHeapStatistics().heap_size_limit / 2 ** 20 })}\n`,
  );
}
