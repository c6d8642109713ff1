/** `npm run desks -- server`: what must hold of the mailbox on its server, tried on a real one. */
import { NO_POSTGRES } from '../support/postgres.ts';
import { CHECK_NAMES, runCheck } from './server-checks.ts';
import { startWorld } from './server-world.ts';

/** Ops of each of eight desks. */
const SIZE = 200;

/** Prints a line for each check, with its figures. Whether all of them hold. */
export async function runServer(): Promise<boolean> {
  if (NO_POSTGRES !== null) throw new Error(NO_POSTGRES);
  const world = await startWorld();
  let isRight = true;
  try {
    for (const name of CHECK_NAMES) {
      const began = performance.now();
      const { tried, wrong, said } = await runCheck(world, name, SIZE);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(
        `${name}: ${[`${tried} tried`, `${wrong.length} wrong`, ...said].join(', ')}, ${seconds} s\n`,
      );
      for (const one of wrong) process.stdout.write(`  ${one}\n`);
      isRight &&= wrong.length === 0;
    }
  } finally {
    await world.stop();
  }
  return isRight;
}
