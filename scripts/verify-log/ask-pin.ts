/** Takes a PIN from the terminal without showing it, or the first line of standard input where that is no terminal. */
import { createInterface } from 'node:readline';
import type { ReadStream } from 'node:tty';

/** Nobody is at the terminal any more, or whoever is there wants to leave. */
export class NoPinError extends Error {
  constructor() {
    super('no PIN was given');
    this.name = 'NoPinError';
  }
}

const ENTER = new Set(['\r', '\n']);
const ERASE = new Set(['\u007f', '\b']);
const LEAVE = new Set(['\u0003', '\u0004']);
const MAX_CHARACTERS = 64;

/** The prompt goes to standard error, so that standard output holds the result alone. Errors: NoPinError, also for an empty line. */
export async function askPin(prompt: string, input: NodeJS.ReadStream = process.stdin): Promise<string> {
  const pin = await (input.isTTY ? askOnTerminal(prompt, input as ReadStream) : readFirstLine(input));
  if (pin === '') throw new NoPinError();
  return pin;
}

async function readFirstLine(input: NodeJS.ReadStream): Promise<string> {
  const lines = createInterface({ input, terminal: false });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  throw new NoPinError();
}

function askOnTerminal(prompt: string, input: ReadStream): Promise<string> {
  const typed: string[] = [];
  input.setRawMode(true);
  process.stderr.write(prompt);
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      input.off('data', hear);
      input.setRawMode(false);
      input.pause();
      process.stderr.write('\n');
      settle();
    };
    const hear = (chunk: string): void => {
      for (const character of chunk) {
        if (ENTER.has(character)) return finish(() => resolve(typed.join('')));
        if (LEAVE.has(character)) return finish(() => reject(new NoPinError()));
        if (ERASE.has(character)) typed.pop();
        else if (typed.length < MAX_CHARACTERS) typed.push(character);
      }
    };
    input.setEncoding('utf8');
    input.on('data', hear);
    input.resume();
  });
}
