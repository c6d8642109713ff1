/** The routes of a computer that has no vault yet. */
import { defineFeature } from '../feature.ts';
import { describeStatus } from '../session/vault-state.ts';
import { createVaultFiles } from './read-vault-state.ts';
import { createSetUp } from './set-up.ts';

export const setUpFeature = defineFeature((context) => {
  const { clock, calibrate, place, state } = context;
  const setUp = createSetUp({
    clock,
    place,
    ...(calibrate === undefined ? {} : { calibrate }),
    write: async (prepared) => state.replace(await createVaultFiles(context, prepared)),
  });
  return {
    paper: (kind) => (kind === 'recovery-sheet' ? setUp.paper() : null),
    handlers: {
      'setup.checkPin': async (request) => setUp.describePin(request),
      'setup.begin': setUp.begin,
      'setup.finish': async (request) => {
        await setUp.finish(request);
        return describeStatus(state.current(), null);
      },
      'setup.cancel': () => setUp.cancel(),
    },
  };
});
