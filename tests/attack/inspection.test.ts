/** An inspector looks for a resident's number in what staff typed: in every reply that is answered while they inspect, and on the page that they take along. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import type { Route } from '../../contract/route.ts';
import { ROUTES } from '../../contract/routes.ts';
import { BOOKLET } from '../support/features/paper-register.ts';
import { draftOf, idNumberOf } from '../support/people-drafts.ts';
import { requestFor } from '../support/request-for.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const PHONE = '14100009876';
const WRITTEN = ['141-0000-9876', '141 0000 9876', '１４１００００９８７６', idNumberOf(77)];
const TYPED = `来电 ${PHONE}，也写作 ${WRITTEN.join('、')}`;
/** Routes that a supervisor is answered by while somebody inspects, but what ends it. */
const READABLE = ROUTE_NAMES.filter((name) => {
  const { access, facts }: Route = ROUTES[name];
  const answers = facts.maskedReadOnly === true || facts.inInspection === true;
  return Array.isArray(access) && access.includes('supervisor') && answers && name !== 'inspection.end';
});

describe('a number that staff typed into free words', () => {
  let desk: VaultHarness;
  let personId: PersonId;
  const pin = PINS.supervisor;

  beforeAll(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOf(5), 'supervisor');
    const { slotId } = await desk.proofOf('supervisor');
    await desk.call('retention.hold', { personId, kind: 'dispute', words: TYPED, until: null, pin });
    await desk.call('emergency.begin', { personId, words: TYPED, pin });
    await desk.call('papers.takeIn', { paper: { ...BOOKLET, title: TYPED.slice(0, 38), custodian: slotId } });
  });

  const replyOf = async (name: RouteName): Promise<string> => {
    const proof = await desk.proofOf('supervisor');
    const named = () => personId;
    const request =
      name === 'log.list'
        ? { before: null, limit: 50 }
        : requestFor(ROUTES[name].request, { named, proof, pin, option: 0 });
    return JSON.stringify(await desk.ask(name, request));
  };
  const showing = async (): Promise<readonly RouteName[]> => {
    const found: RouteName[] = [];
    for (const name of READABLE) {
      const reply = await replyOf(name);
      if ([PHONE, ...WRITTEN].some((number) => reply.includes(number))) found.push(name);
    }
    return found;
  };

  it('is read by a supervisor, in no reply while somebody inspects, and again once that has ended', async () => {
    const read = await showing();
    expect(read).toEqual(
      expect.arrayContaining(['emergency.list', 'log.list', 'papers.list', 'retention.read']),
    );
    await desk.call('inspection.begin', { who: `检查人 ${PHONE}`, minutes: 30, shared: false, pin });
    expect(await showing()).toEqual([]);
    const { holds } = await desk.call('retention.read', {});
    // The words around it stay.
    expect(holds[0]?.words).toMatch(/^来电 \*{11}，也写作 \*/);
    await desk.call('inspection.end', { pin });
    expect(await showing()).toEqual(read);
  });

  it('is on no page that the inspector takes along', async () => {
    await desk.call('inspection.begin', { who: `检查人 ${PHONE}`, minutes: 30, shared: false, pin });
    const question = { about: { by: 'person', personId } } as const;
    for (const what of [{ of: 'record', personId } as const, { of: 'access-history', question } as const]) {
      await desk.call('inspection.print', { what, pin });
      const paper = JSON.stringify(await desk.vault.paper('inspection'));
      expect(paper).toContain('"kind":"inspection"');
      for (const number of [PHONE, ...WRITTEN]) expect(paper).not.toContain(number);
    }
    await desk.call('inspection.end', { pin });
  });
});
