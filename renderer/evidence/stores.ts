/** The store of what can be shown, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { pickPlace } from '../pages/give-document.ts';
import { createEvidenceStore } from './evidence-store.ts';

export const evidenceStore = createEvidenceStore(bridge.vault, () => pickPlace('pack'));
