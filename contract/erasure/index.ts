/** The manifest of erasure. */
import { defineContract } from '../manifest.ts';
import { erasureActions } from './log.ts';

export const erasureContract = defineContract({ actions: erasureActions });
