/** Evidence that a company has to be able to show: its state with each duty, the work done for it, and the inspection pack. */
import type { Dashboard } from '../../../contract/evidence/routes.ts';
import { defineFeature, longWorkOf } from '../feature.ts';
import { listPacks, readHistory } from './list-packs.ts';
import { readEvening } from './read-evening.ts';

export const evidenceFeature = defineFeature((context, showing) => {
  const { pickedFiles, place } = context;
  const packs = longWorkOf(context, 'evidence.progress');
  return {
    handlers: {
      'evidence.read': async (session): Promise<Dashboard> => {
        const evidence = await showing.evidence(session);
        return { evidence, evening: await readEvening(session, evidence) };
      },
      'evidence.history': readHistory,
      'evidence.packs': listPacks,
      'evidence.makePack': (session, request) =>
        packs.run(async (work) => {
          const { makePack } = await import('./make-pack.ts');
          try {
            return await makePack(session, request, { pickedFiles, place, showing, work });
          } finally {
            pickedFiles.forget('pdf');
          }
        }),
      'evidence.cancelPack': async () => packs.cancel(),
    },
  };
});
