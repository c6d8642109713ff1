/** The manifest of attachments. */
import { defineContract } from '../manifest.ts';
import { attachmentActions, attachmentsRoutes } from './routes.ts';
import { ATTACHMENTS_ACTION_WORDS } from './lists.ts';

export const attachmentsContract = defineContract({
  routes: attachmentsRoutes,
  areas: { attachments: '附件' },
  actions: attachmentActions,
  actionWords: ATTACHMENTS_ACTION_WORDS,
});
