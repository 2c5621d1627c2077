import type { Problem } from '../../src/glossary/glossary.ts';
import { safe } from '../../src/replies/safe.ts';

/** Problems shown one by one; more of them scroll the answer away. */
const MOST_SHOWN = 10;

/** Says on the error stream which pages could not be read, and why. The rest is served. */
export function reportProblems(problems: readonly Problem[], stderr: { write(text: string): unknown }): void {
  for (const { page, line, message } of problems.slice(0, MOST_SHOWN))
    stderr.write(`${safe(page)}:${line}: ${safe(message)}\n`);
  const rest = problems.length - MOST_SHOWN;
  if (rest > 0) stderr.write(`… and ${rest} more problems.\n`);
}
