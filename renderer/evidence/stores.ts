/** The store of what can be shown, made once over the bridge. */
import { bridge } from '../bridge.ts';
import { saveDocument } from '../pages/give-document.ts';
import { createEvidenceStore } from './evidence-store.ts';

export const evidenceStore = createEvidenceStore(bridge.vault, saveDocument);
