/**
 * The residents feature: one person's record, opened masked, revealed field by field, verified and changed.
 */
import { defineFeature } from '../feature.ts';
import { confirmField } from './confirm.ts';
import { createCopying } from './copy-shown.ts';
import { addPerson, editPerson } from './edit.ts';
import { openFull } from './open-full.ts';
import { openPerson } from './open-person.ts';
import { listReplaced, restoreValue } from './replaced.ts';
import { reveal } from './reveal.ts';
import { verify } from './verify.ts';
import { sql } from '../store/sql.ts';

const leads = {
  'sealed-value': (id: number) =>
    sql`SELECT person_id AS personId, NULL AS roomId FROM sealed_value WHERE id = ${id}`,
};

/** The handlers of the resident routes. */
export const peopleFeature = defineFeature(({ tellCopied }) => {
  const copying = createCopying(tellCopied);
  return {
    leads,
    handlers: {
      'people.open': (session, { personId }) => openPerson(session, personId),
      'people.reveal': async (session, request) => {
        const revealed = await reveal(session, request);
        copying.noteShown(session, request);
        return revealed;
      },
      'people.copy': (session, request) => copying.copy(session, request),
      'people.openFull': openFull,
      'people.verify': verify,
      'people.add': addPerson,
      'people.edit': editPerson,
      'people.confirm': confirmField,
      'people.replaced': listReplaced,
      'people.restore': restoreValue,
    },
  };
});
