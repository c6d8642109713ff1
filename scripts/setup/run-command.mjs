/** Runs one command without a shell and shows its output only when it fails. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

/**
 * @typedef {{ readonly code: number, readonly stdout: string, readonly output: string }} Outcome
 * @typedef {{ readonly cwd?: string, readonly env?: NodeJS.ProcessEnv, readonly timeoutMs?: number }} Options
 */

/**
 * Never throws for the command's own failure: a missing program is code 127, a time-out is 124.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const [program, ...words] = command === 'npm' ? npmCommand(args) : [command, ...args];
    const child = spawn(program, words, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    let timedOut = false;
    const timer =
      options.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.timeoutMs);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, stdout, output: output + error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? 1), stdout, output });
    });
  });
}

/**
 * npm is a script for a shell on Windows, which would take words apart at spaces and signs: its own JavaScript is run by this Node.
 * @param {readonly string[]} args
 * @returns {readonly [string, ...string[]]}
 */
export function npmCommand(args, { platform = process.platform, env = process.env } = {}) {
  if (platform !== 'win32') return ['npm', ...args];
  const beside = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  return [process.execPath, env.npm_execpath ?? beside, ...args];
}

/** The last lines of a long output, for an error message. @param {string} output */
export function tail(output, lines = 15) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}
