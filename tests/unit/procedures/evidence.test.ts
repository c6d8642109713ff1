/** How it stands with the duties that documents answer: nothing is there before it is, and nobody is left out. */
import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../contract/evidence/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { type ProcedureKind, TEMPLATE_KINDS, isSignedByAll } from '../../../contract/procedures/lists.ts';
import { standingOf } from '../../../main/vault/evidence/read-standing.ts';
import { DOCUMENT_DUTIES, type Found, evidenceFrom } from '../../../main/vault/procedures/evidence.ts';
import type { SignOff } from '../../../main/vault/procedures/sign-offs.ts';
import type { PublishedProcedure } from '../../../main/vault/procedures/read-published.ts';

const by = 'a1'.repeat(8) as StaffId;
const published = (kind: ProcedureKind, at = 100): PublishedProcedure => ({
  procedureId: 1,
  kind,
  versionId: 1,
  number: 1,
  sha256: 'aa',
  at,
  by,
  why: '',
  title: kind,
  blocks: [{ kind: 'paragraph', runs: [{ text: '甲' }] }],
  origin: null,
});
const signOff = (counts: boolean, againOn: string | null = null): SignOff => ({
  staffId: by,
  signedAt: counts || againOn !== null ? 200 : null,
  againOn,
  due: !counts,
  counts,
});
const OF_DOCUMENTS = new Set<Duty>([...DOCUMENT_DUTIES, 'undertakings', 'sign-offs']);
const statesOf = (found: Found) =>
  Object.fromEntries(
    standingOf(evidenceFrom(found), false)
      .filter(({ duty }) => OF_DOCUMENTS.has(duty))
      .map(({ duty, state }) => [duty, state]),
  );

const NONE: Pick<Found, 'outdated' | 'removed'> = { outdated: new Set(), removed: new Map() };
const ALL = TEMPLATE_KINDS.map((kind) => published(kind));
const signedBy = (...staff: readonly SignOff[]) =>
  ALL.filter(({ kind }) => isSignedByAll(kind)).map((procedure) => ({ procedure, staff }));

describe('the duties that documents answer', () => {
  it('are all missing where there is nothing', () => {
    expect(new Set(Object.values(statesOf({ inForce: [], ...NONE, signed: [] })))).toEqual(
      new Set(['missing']),
    );
  });

  it('are all there once every template is in force and everybody has signed', () => {
    const states = statesOf({ inForce: ALL, ...NONE, signed: signedBy(signOff(true), signOff(true)) });
    expect(states).toEqual({
      'responsible-persons': 'there',
      'management-system': 'there',
      'counter-procedures': 'there',
      'incident-plan': 'there',
      'resident-notices': 'there',
      undertakings: 'there',
      'sign-offs': 'there',
    });
  });

  it.each([
    ['responsible-persons', 'network-officer'],
    ['counter-procedures', 'data-procedures'],
    ['resident-notices', 'posted-notice'],
  ] as const)('%s is missing without %s', (duty, kind) => {
    const inForce = ALL.filter((one) => one.kind !== kind);
    expect(statesOf({ inForce, ...NONE, signed: [] })[duty]).toBe('missing');
  });

  it('are stale where a document contradicts what is so now', () => {
    const states = statesOf({ inForce: ALL, ...NONE, outdated: new Set([1]), signed: [] });
    expect(new Set(DOCUMENT_DUTIES.map((duty) => states[duty]))).toEqual(new Set(['stale']));
  });

  it.each([
    [['一、职责'], 'stale'],
    [null, 'stale'],
  ] as const)('are not there where a document lacks of its template %s', (lacked, state) => {
    const removed = new Map([[1, lacked]]);
    const states = statesOf({ inForce: ALL, ...NONE, removed, signed: signedBy(signOff(true)) });
    expect(new Set(Object.values(states))).toEqual(new Set([state]));
  });

  it('are stale where somebody who works here has not signed, and missing where nobody has', () => {
    expect(
      statesOf({ inForce: ALL, ...NONE, signed: signedBy(signOff(true), signOff(false)) }),
    ).toMatchObject({
      undertakings: 'stale',
      'sign-offs': 'stale',
    });
    expect(statesOf({ inForce: ALL, ...NONE, signed: signedBy(signOff(false)) })).toMatchObject({
      undertakings: 'missing',
      'sign-offs': 'missing',
    });
  });

  it('are due again on the first day on which an undertaking ends', () => {
    const staff = [signOff(true, '2027-05-02'), signOff(true, '2027-01-31')];
    const found = evidenceFrom({ inForce: ALL, ...NONE, signed: signedBy(...staff) });
    expect(found.find(({ duty }) => duty === 'undertakings')).toMatchObject({
      dueOn: '2027-01-31',
      at: 200,
      count: 2,
    });
  });
});
