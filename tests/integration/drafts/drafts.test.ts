/** Drafts over a lock: who gets them back, what lies with main meanwhile, and when they are gone. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAX_DRAFTS } from '../../../contract/drafts/lists.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { LIMITER_FILE } from '../../../main/vault/keys/limiter.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { DAY_MS, type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness, stateOfFile } from '../../support/vault-harness.ts';

const WORDS = '下周三再来取';
const writtenIn = (form: string, after = WORDS) => ({
  form,
  about: 'counter 7',
  fields: [{ input: `${form}-words`, before: '', after }],
});

describe.each(FEATURE_ENGINE_NAMES)('drafts on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;

  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
  });

  const keep = (form: string, about: PersonId | null = null, after = WORDS) =>
    desk.call('drafts.keep', { written: writtenIn(form, after), personId: about });
  const read = async () => (await desk.call('drafts.read', {})).drafts;
  const forms = async () => (await read()).map(({ form }) => form);

  it('come back to who typed them after a lock, the last of each form, and to nobody else', async () => {
    await keep('note', null, '下周');
    await keep('note');
    await keep('edit', personId, phoneOf(8));
    await desk.switchTo('supervisor');
    expect(await read()).toEqual([]);
    await keep('note', null, '另一人的');
    await desk.switchTo('receptionist');
    expect(await read()).toEqual([
      { ...writtenIn('note'), at: clock.now() },
      { ...writtenIn('edit', phoneOf(8)), at: clock.now() },
    ]);
    await desk.call('drafts.drop', { form: 'note', about: 'counter 7' });
    expect(await forms()).toEqual(['edit']);
    await desk.switchTo('receptionist');
    expect(await forms()).toEqual(['edit']);
  });

  it('lie with main sealed: it finds no word of them, and what it gives out changed, as another’s or as newer opens for nobody', async () => {
    await keep('edit', personId, phoneOf(8));
    const [sealed] = desk.drafts;
    const bytes = Buffer.from(sealed!.sealed).toString('latin1');
    for (const text of [phoneOf(8), 'edit', 'counter']) expect(bytes).not.toContain(text);
    const supervisor = await desk.slotOf('supervisor');
    const flipped = Uint8Array.from(sealed!.sealed, (byte, at) => (at === 80 ? byte ^ 1 : byte));
    desk.drafts = [
      { ...sealed!, slotId: supervisor },
      { ...sealed!, at: sealed!.at + 1 },
      { ...sealed!, sealed: flipped },
      { ...sealed!, sealed: new Uint8Array() },
    ];
    await desk.switchTo('supervisor');
    expect(await read()).toEqual([]);
    await desk.switchTo('receptionist');
    expect(await read()).toEqual([]);
    expect(desk.drafts).toEqual([]);
  });

  it('go with the day, with the person that they are about, and for the next where there are too many', async () => {
    await keep('edit', personId);
    await desk.switchTo('supervisor');
    const other = await desk.addPerson({ ...draftOf(7), name: '无名氏' });
    const kept = await desk.call('people.open', { personId });
    await desk.merge(other, kept, { pin: PINS.supervisor, why: { reason: 'correction' } });
    await desk.switchTo('receptionist');
    expect(await read()).toEqual([]);
    for (let at = 0; at <= MAX_DRAFTS; at++) await keep(`note${at}`);
    await desk.switchTo('receptionist');
    expect(await forms()).toEqual(Array.from({ length: MAX_DRAFTS }, (_, at) => `note${at + 1}`));
    clock.advance(DAY_MS);
    await desk.switchTo('receptionist');
    expect([await read(), desk.drafts]).toEqual([[], []]);
  });

  it('are written to no file of the vault and to no entry of the log', async () => {
    // The limiter's count of the PIN of a moment ago may be written meanwhile.
    const filesNow = () =>
      readdirSync(desk.vaultDir, { recursive: true, encoding: 'utf8' })
        .filter((path) => path !== LIMITER_FILE)
        .map((path) => stateOfFile(join(desk.vaultDir, path)));
    const before = filesNow();
    await keep('edit', personId);
    expect(filesNow()).toEqual(before);
    await desk.switchTo('admin');
    const log = await desk.call('log.list', { before: null, limit: 30 });
    expect(JSON.stringify(log)).not.toContain('draft');
  });
});
