/** `npm run desks -- COMMAND`: what holds of many desks that keep one estate, each with its figures. */
import { runCapture } from './capture.ts';
import { runCoordinated } from './coordinated.ts';
import { runServer } from './server.ts';
import { runStorm } from './storm.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  capture: runCapture,
  coordinated: runCoordinated,
  server: runServer,
  storm: runStorm,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command === undefined) {
  process.stderr.write(`usage: npm run desks -- ${Object.keys(COMMANDS).join(' | ')}\n`);
  process.exitCode = 2;
} else process.exitCode = (await command(args)) ? 0 : 1;
