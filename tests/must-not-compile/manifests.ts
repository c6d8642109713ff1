/** Mistakes at a manifest and at a feature of the vault, each of which the compiler refuses; as route-facts.ts. */
import { z } from 'zod';
import type { Actions } from '../../contract/manifest.ts';
import { defineFeature } from '../../main/vault/feature.ts';

const facts = { detail: z.null(), signing: 'free', group: 'paper', work: 'free', writes: {} } as const;
export const right: Actions = { 'parcel-in': facts };
const { group: _group, ...kindless } = facts;
// @ts-expect-error an action without a kind
export const ofNoKind: Actions = { 'parcel-in': kindless };
// @ts-expect-error an action of a kind that the log page does not have
export const ofAnother: Actions = { 'parcel-in': { ...facts, group: 'parcels' } };
const { work: _work, ...undecided } = facts;
// @ts-expect-error an action of which nobody says whether other desks wait for it
export const alone: Actions = { 'parcel-in': undecided };
const { writes: _writes, ...silent } = facts;
// @ts-expect-error an action of which nobody says what it writes
export const writing: Actions = { 'parcel-in': silent };
// @ts-expect-error an action that writes in a way that no row knows
export const wrote: Actions = { 'parcel-in': { ...facts, writes: { parcel: '*' } } };
const { signing: _signing, ...unsigned } = { 'parcel-in': facts }['parcel-in'];
// @ts-expect-error an action of which nobody says whose signature it needs
export const actions: Actions = { 'parcel-in': unsigned };

const handlers = { 'papers.list': async () => ({ papers: [], destroyed: [], noPaper: null }) };
// @ts-expect-error a feature that leaves one of its routes without a handler
defineFeature<'papers.list' | 'papers.due'>(() => ({ handlers }));
