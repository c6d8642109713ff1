/** Ends this process where it hangs for good, and says what it hung in: no timeout of a test reaches code that never lets go. */
import { Worker } from 'node:worker_threads';

/** Milliseconds on the clock, on whatever machine. */
const PATIENCE = 120_000;

const DOG = `
  const { writeSync } = require('node:fs');
  const { parentPort } = require('node:worker_threads');
  let timer;
  parentPort.on('message', (what) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      writeSync(2, 'hung for good: ' + what + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }, ${PATIENCE});
  });`;

export interface Watchdog {
  /** What begins now; what was before has ended. */
  watch(what: string): void;
  stop(): Promise<void>;
}

export function startWatchdog(): Watchdog {
  const dog = new Worker(DOG, { eval: true });
  return {
    watch: (what) => dog.postMessage(what),
    stop: async () => void (await dog.terminate()),
  };
}
