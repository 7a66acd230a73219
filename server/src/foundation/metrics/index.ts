import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of one process, in the form that Prometheus reads. */
export interface Metrics {
  /** One answered request, by the id of its route. */
  answered(route: string, status: number, seconds: number): void;
  /** How many sockets listen for pushes. */
  listeners(count: number): void;
  text(): Promise<string>;
  readonly registry: Registry;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'fenrun_http_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const answers = new Counter({
    name: 'fenrun_http_answers_total',
    help: 'Answered requests.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const sockets = new Gauge({ name: 'fenrun_push_listeners', help: 'Open push sockets.', registers: [registry] });
  return {
    answered: (route, status, took) => {
      seconds.observe({ route }, took);
      answers.inc({ route, status: String(status) });
    },
    listeners: (count) => sockets.set(count),
    text: () => registry.metrics(),
    registry,
  };
}
