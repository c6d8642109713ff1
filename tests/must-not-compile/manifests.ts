/** Mistakes at a manifest and at a feature of the vault, each of which the compiler refuses; as route-facts.ts. */
import { z } from 'zod';
import { type Actions, defineContract } from '../../contract/manifest.ts';
import { defineFeature } from '../../main/vault/feature.ts';

// @ts-expect-error an action without a kind
defineContract({ actions: { 'parcel-in': { detail: z.null(), signing: 'free' } } });
// @ts-expect-error an action of a kind that the log page does not have
defineContract({ actions: { 'parcel-in': { detail: z.null(), signing: 'free', group: 'parcels' } } });
const unsigned = { 'parcel-in': { detail: z.null(), group: 'paper' } } as const;
// @ts-expect-error an action of which nobody says whose signature it needs
export const actions = unsigned satisfies Actions;

const handlers = { 'papers.list': async () => ({ papers: [], destroyed: [], noPaper: null }) };
// @ts-expect-error a feature that leaves one of its routes without a handler
defineFeature<'papers.list' | 'papers.due'>(() => ({ handlers }));
