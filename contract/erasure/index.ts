/** The manifest of erasure. */
import { defineContract } from '../manifest.ts';
import { erasureActions } from './log.ts';
import { ERASURE_ACTION_WORDS } from './lists.ts';

export const erasureContract = defineContract({ actions: erasureActions, actionWords: ERASURE_ACTION_WORDS });
