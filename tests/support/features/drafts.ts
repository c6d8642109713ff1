/** Drafts in the tests that go over every feature. */
import type { VisitsOf } from '../route-walk.ts';

const NOTE = { form: 'note', about: 'counter' };

export const visits: VisitsOf<'drafts'> = {
  'drafts.keep': ({ ask }) =>
    ask('drafts.keep', {
      written: { ...NOTE, fields: [{ input: 'note-words', before: '', after: '下周再来' }] },
      personId: null,
    }),
  'drafts.read': ({ ask }) => ask('drafts.read', {}),
  'drafts.drop': ({ ask }) => ask('drafts.drop', NOTE),
};
