import { countChecks } from './check.mjs';
import { add, line } from './count.mjs';
import { print } from './terminal.mjs';
import { countTests, exitCode } from './test.mjs';

/** Everything that must hold before a change lands; the closing line is the sum. */
export async function ci() {
  const count = add(await countChecks(), await countTests([]));
  print(line(count));
  return exitCode(count);
}
