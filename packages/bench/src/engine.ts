import { compileBook, decide, keepFacts } from '@fenrun/engine';
import { drawBook, drawSales } from './engine-book';
import { against, type Figure, plain } from './figure';
import { median } from './random';

const RULE_COUNTS = [10, 1_000, 10_000] as const;
const SALES = 5_000;
/** What is decided is held for one settle batch, until it is written. */
const BATCH = 50;
const WARM_UP_ROUNDS = 4;
const ROUNDS = 5;
/** Each book is measured for at least so long in a round; rounds of all books take turns, so that a noisy machine hits all of them. */
const ROUND_MS = 400;

/**
 * Decisions a second on one core: two-line orders through all five layers, network and cap, with what is kept of the trace (facts, base
 * breakdown, winners, candidates that matched). The median of several rounds taken in turns.
 */
export function benchEngine(print: (figure: Figure) => void): void {
  const contests = RULE_COUNTS.map((rules) => ({ rules, run: contestOf(rules), rates: [] as number[] }));
  for (const { run } of contests) for (let round = 0; round < WARM_UP_ROUNDS; round += 1) run();
  for (let round = 0; round < ROUNDS; round += 1) for (const { run, rates } of contests) rates.push(ratePerSecond(run));
  const [few, ...more] = contests.map(({ rules, rates }) => ({ rules, rate: median(rates) }));
  if (!few) return;
  print(plain('engine', `decisions_per_second_${few.rules}_rules`, few.rate));
  for (const { rules, rate } of more) {
    print(against('engine', `decisions_per_second_${rules}_rules`, rate, `${few.rules}-rules`, few.rate));
  }
}

/** One round over all sales of a book; answers how many were decided. */
function contestOf(rules: number): () => number {
  const book = drawBook(rules);
  const compiled = compileBook(book);
  const sales = drawSales(book, SALES);
  const kept: unknown[] = new Array(BATCH);
  return () => {
    sales.forEach(({ sale, facts }, index) => {
      kept[index % BATCH] = [decide(compiled, sale, facts), keepFacts(compiled.version, sale, facts)];
    });
    return sales.length;
  };
}

function ratePerSecond(run: () => number): number {
  const began = performance.now();
  let decided = 0;
  while (performance.now() - began < ROUND_MS) decided += run();
  return Math.round((decided * 1000) / (performance.now() - began));
}
