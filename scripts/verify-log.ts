/** `npm run verify-log -- --profile DIR [--name NAME]`: checks a vault's whole log against what the keychain remembers of it. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../main/vault/app-error.ts';
import { logAlone } from '../main/vault/session/session.ts';
import { askPin, NoPinError } from './verify-log/ask-pin.ts';
import { describeCheck, describeProblem } from './verify-log/describe.ts';
import { type ClosedVault, StillRunningError, openClosedVault } from './verify-log/open-vault.ts';

const USAGE =
  'usage: npm run verify-log -- --profile DIR [--name NAME]\n  DIR   the folder that the application keeps its data in; the one that holds vault/\n  NAME  a supervisor or admin of this vault, as the lock screen shows it';

class UsageError extends Error {}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

type Person = ClosedVault['people'][number];

/** The named supervisor or admin; without a name, the only supervisor. */
function choosePerson(vault: ClosedVault, name: string | undefined): Person {
  const allowed = vault.people.filter(({ role }) => role !== 'receptionist');
  const found = allowed.filter((person) =>
    name === undefined ? person.role === 'supervisor' : person.displayName === name,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const list = allowed.map(({ displayName, role }) => `  ${displayName} (${role})`).join('\n');
  throw new UsageError(
    name === undefined
      ? `Say who you are with --name. The log is open to:\n${list}`
      : `No supervisor or admin of that name. The log is open to:\n${list}`,
  );
}

async function check(vault: ClosedVault, name: string | undefined): Promise<boolean> {
  const person = choosePerson(vault, name);
  const session = await vault.unlock(person, await askPin(`PIN of ${person.displayName}: `));
  const found = await session.log.verify(session.store, session.roster);
  // While an alarm stands nothing is added to the log that it is about.
  if (session.alarms.length === 0)
    await logAlone(session, {
      action: 'log-verify',
      outcome: found.ok ? 'done' : 'failed',
      detail: found.problem === null ? null : { problem: found.problem },
    });
  print(`vault:   ${vault.estateName}`);
  print(`read as: ${person.displayName} (${person.role})`);
  for (const line of describeCheck(found, session.alarms)) print(line);
  return found.ok && session.alarms.length === 0;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { profile: { type: 'string' }, name: { type: 'string' } } });
  if (values.profile === undefined) throw new UsageError(USAGE);
  const vault = await openClosedVault(resolve(values.profile));
  try {
    return (await check(vault, values.name)) ? 0 : 1;
  } finally {
    await vault.close();
  }
}

function explain(error: unknown): string {
  if (error instanceof AppError) return describeProblem(error.code, error.details);
  if (error instanceof StillRunningError)
    return 'The application is running on this profile. Close it and try again: it keeps the end of the log in memory.';
  if (error instanceof UsageError || error instanceof NoPinError) return error.message;
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return `${error.message}\n${USAGE}`;
  throw error;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
