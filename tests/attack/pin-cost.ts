/**
 * npm run pin-cost: what a six-digit PIN costs somebody who has header and device secret and no PIN. Makes a vault with the parameters that set-up
 * chooses on this computer, guesses at its receptionist's slot as such a person would, past the limiter, and prints the figure with its date.
 */
import { cpus, totalmem } from 'node:os';
import { openStretched, stretchPin } from '../../main/vault/keys/slots.ts';
import { prepareVault } from '../../main/vault/keys/create-vault.ts';
import { ARGON2_FLOOR, type Argon2Params } from '../../main/vault/crypto/kdf.ts';

const GUESSES = 24;
const PINS_OF_SIX = 1_000_000;
const PIN = '728164';

type Vault = Awaited<ReturnType<typeof prepareVault>>;

const makeVault = (calibrate?: () => Promise<Argon2Params>): Promise<Vault> =>
  prepareVault(
    {
      estateName: 'x',
      adminIsSupervisor: false,
      admin: { name: 'a', pin: 'mango-64-rail' },
      supervisor: { name: 'b', pin: 'tabby-37-kite' },
      receptionist: { name: 'c', pin: PIN },
    },
    calibrate === undefined ? {} : { calibrate },
  );

/** One guess, all of it: outer wrap, Argon2id, inner wrap. */
async function guess({ header, deviceSecret }: Vault, pin: string): Promise<boolean> {
  const slot = header.slots.find(({ role }) => role === 'receptionist')!;
  const stretched = await stretchPin({ header, slot, deviceSecret, pin });
  try {
    openStretched(header, stretched).dispose();
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds of one core that a guess takes, the best of several: what else the machine does meanwhile does not count. */
async function costOfGuess(vault: Vault): Promise<number> {
  let best = Infinity;
  for (let n = 0; n < GUESSES; n++) {
    const before = process.cpuUsage();
    await guess(vault, String(100_000 + n));
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

async function report(name: string, vault: Vault): Promise<void> {
  if (!(await guess(vault, PIN)) || (await guess(vault, '000001')))
    throw new Error('a guess does not tell a right PIN from a wrong one');
  const { memoryKiB, time, parallelism } = vault.header.slots.find(
    ({ role }) => role === 'receptionist',
  )!.kdf;
  const cost = await costOfGuess(vault);
  const hours = (cost * PINS_OF_SIX) / 3_600_000;
  process.stdout.write(
    `${name} (${memoryKiB / 1024} MiB, t ${time}, p ${parallelism}): ${cost.toFixed(0)} ms of one core a guess; ${hours.toFixed(0)} core hours for all ${PINS_OF_SIX.toLocaleString('en')} PINs, ${(hours / 2).toFixed(0)} on average\n`,
  );
  vault.dispose();
}

process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
);
await report('as set-up chose on this computer', await makeVault());
await report('at the floor', await makeVault(async () => ARGON2_FLOOR));
