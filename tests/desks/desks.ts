/** `npm run desks -- COMMAND`: what holds of many desks that keep one estate, each with its figures. */
import type { DESKS_COMMANDS } from '../../scripts/testing/full-parts.ts';
import { enableAtEnd } from '../support/at-end.ts';
import { runCapture } from './capture.ts';
import { runCoordinated } from './coordinated.ts';
import { runKeys } from './keys.ts';
import { runLeaks } from './leaks.ts';
import { runLiar } from './liar.ts';
import { runServer } from './server.ts';
import { runStorm } from './storm.ts';

type Command = (args: readonly string[]) => Promise<boolean>;
const COMMANDS: Readonly<Record<(typeof DESKS_COMMANDS)[number], Command>> = {
  capture: runCapture,
  coordinated: runCoordinated,
  keys: runKeys,
  leaks: runLeaks,
  liar: runLiar,
  server: runServer,
  storm: runStorm,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined;
if (command === undefined) {
  process.stderr.write(`usage: npm run desks -- ${Object.keys(COMMANDS).join(' | ')}\n`);
  process.exitCode = 2;
} else {
  // What it has opened would keep the process: carriers look for ever.
  const opened: (() => void | Promise<void>)[] = [];
  enableAtEnd((close) => opened.unshift(close));
  try {
    process.exitCode = (await command(args)) ? 0 : 1;
  } finally {
    for (const close of opened) await close();
  }
}
