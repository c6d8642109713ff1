/** Forms of the law: filled in as their data files have them, finished with a PIN, kept with the edition that was answered, and given out on paper. */
import { createPaperTray, defineFeature } from '../feature.ts';
import { lawFolder } from '../law/read-law.ts';
import { beginFill, discardFill, renewFill, saveFill } from './keep-fill.ts';
import { formsEvidence } from './evidence.ts';
import { formsPackParts } from './pack.ts';
import { attachToItem, detachFromItem } from './attach-to-item.ts';
import { finishFill } from './finish-fill.ts';
import { giveFill } from './give-fill.ts';
import { listForms, readFormsDue } from './list-forms.ts';
import { openForm } from './open-form.ts';
import { readFill } from './read-fill.ts';

export const formsFeature = defineFeature((context, showing) => {
  const tray = createPaperTray();
  const folder = context.lawFolder ?? lawFolder();
  return {
    paper: tray.take,
    evidence: (session) => formsEvidence(session, folder),
    packParts: (session) => formsPackParts(session, folder),
    handlers: {
      'forms.list': async (session) => ({ forms: await listForms(session, folder) }),
      'forms.due': (session) => readFormsDue(session, folder),
      'forms.open': (session, { form }) => openForm(session, form, folder, showing),
      'forms.read': (session, { fillId }) => readFill(session, session.store, fillId, folder),
      'forms.begin': (session, request) => beginFill(session, request, folder),
      'forms.save': (session, request) => saveFill(session, request, folder),
      'forms.attach': (session, request) => attachToItem(session, request, folder, context.pickedFiles),
      'forms.detach': (session, request) => detachFromItem(session, request, folder),
      'forms.renew': (session, request) => renewFill(session, request, folder),
      'forms.discard': discardFill,
      'forms.finish': (session, request) => finishFill(session, request, folder),
      'forms.give': (session, request) => giveFill(session, request, { ...context, folder, tray }),
    },
  };
});
