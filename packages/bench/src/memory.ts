import { existsSync, readFileSync } from 'node:fs';
import type { Product } from './product';

const SAMPLE_EVERY_MS = 500;
const MIB = 1024 * 1024;

/** Memory of the product in MiB. */
export interface Memory {
  /** What the system gave the process; 0 where it does not tell. */
  readonly resident: number;
  /** What live objects, and those not yet collected, take in the heap. */
  readonly heap: number;
}

export async function memoryOf({ base, process: { pid } }: Product): Promise<Memory> {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const figures = await (await fetch(`${base}/metrics`)).text();
  const heap = Number(/^nodejs_heap_size_used_bytes (\S+)/m.exec(figures)?.[1] ?? 0);
  return { resident: Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024), heap: Math.round(heap / MIB) };
}

/** Looks at the product's memory again and again while something runs; answers the highest of both figures. */
export async function peakWhile<T>(
  product: Product,
  work: Promise<T>,
): Promise<{ readonly result: T; readonly peak: Memory }> {
  let peak: Memory = { resident: 0, heap: 0 };
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const { resident, heap } = await memoryOf(product);
      peak = { resident: Math.max(peak.resident, resident), heap: Math.max(peak.heap, heap) };
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_EVERY_MS));
    }
  };
  const watching = watch();
  try {
    const result = await work;
    return { result, peak };
  } finally {
    isOver = true;
    await watching;
  }
}
