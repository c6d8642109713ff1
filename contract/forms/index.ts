/** The manifest of forms. */
import { defineContract } from '../manifest.ts';
import { formActions } from './log.ts';
import { formsRoutes } from './routes.ts';
import { FORMS_ACTION_WORDS } from './lists.ts';

export const formsContract = defineContract({
  routes: formsRoutes,
  areas: { forms: '表单' },
  actions: formActions,
  actionWords: FORMS_ACTION_WORDS,
  topics: ['forms'],
});
