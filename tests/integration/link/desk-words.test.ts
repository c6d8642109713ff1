/** What desks say of themselves: kept by the others where it is theirs and newer, and by which another order shows where nobody writes anything. */
import { expect, it } from 'vitest';
import { parseWord } from '../../../main/files/spool/desk-words.ts';
import { heardDesks, sayWord } from '../../../main/vault/link/desk-words.ts';
import { act, carry, lieTo, stateOf } from '../../desks/liar.ts';
import { headerOf } from '../../support/linked-desks.ts';

const MINUTE = 60_000;

async function talking() {
  const { desks, mailbox } = await lieTo('auto');
  const [one, other] = desks;
  for (const { vault } of desks) await vault.unlock('supervisor');
  await act(one);
  await carry(desks);
  // From here on the test says what it says.
  await one.vault.lock();
  const { vaultId } = await headerOf(one.vault);
  const keyed = desks.map(({ number, keys }) => ({
    desk: number,
    name: '',
    isEnded: false,
    signKey: keys.sign.publicKey,
    receiveKey: keys.receive.publicKey,
  }));
  return {
    mailbox,
    one,
    other,
    /** Of the first desk, at the other one. */
    heard: () => heardDesks(other.spool.words, vaultId, keyed).find(({ desk }) => desk === one.number),
    /** A minute later, or once there is something new. */
    carryWords: async () => {
      for (let both = 0; both < 2; both += 1) {
        await act(other);
        await carry([other]);
        await one.carrier.look();
      }
    },
    /** As if so many minutes had passed there. */
    say: (minutes: number, hash?: Uint8Array) => {
      const taken = one.spool.readTaken()!;
      const of = { vaultId, desk: one.number, privateKey: one.keys.sign.privateKey };
      sayWord(one.spool.words, of, { ...taken, hash: hash ?? taken.hash, at: Date.now() + minutes * MINUTE });
    },
  };
}

it('are heard by the others, each once it is newer, whatever the mailbox gives again or has changed', async () => {
  const { mailbox, one, heard, say, carryWords } = await talking();
  const first = heard()!;
  const said = Buffer.from(one.spool.words.read(one.number)!.word);
  say(2);
  await carryWords();
  const second = heard()!;
  expect(second.at).toBeGreaterThan(first.at);
  expect(second.place).toBeGreaterThan(first.place);
  mailbox.giveWord = () => said;
  say(4);
  await carryWords();
  expect(heard()).toEqual(second);
  mailbox.giveWord = (word) => Buffer.from(word.map((byte, at) => (at === 8 ? byte ^ 1 : byte)));
  await carryWords();
  expect(heard()).toBeUndefined();
});

it('come every minute and no oftener, also behind a clock that was set back', async () => {
  const { one, say } = await talking();
  const at = (): number => parseWord(one.spool.words.read(one.number)!.word)!.at;
  say(10);
  const last = at();
  say(10.5);
  expect(at()).toBe(last);
  say(11.5);
  const later = at();
  expect(later).toBeGreaterThan(last);
  say(-60);
  expect(at()).toBe(later + 1);
});

it('tell of another order where nobody writes anything', async () => {
  const { one, other, say, carryWords } = await talking();
  await carryWords();
  expect(stateOf(other)?.is).toBe('synced');
  say(2, Buffer.alloc(32, 1));
  await carryWords();
  expect(stateOf(other)).toMatchObject({ is: 'stopped', desk: one.number });
});
