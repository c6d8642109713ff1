/**
 * Mistakes at a route, each of which the compiler refuses: a line below that compiled would be an unused `@ts-expect-error`, and `npm run check` fails.
 * Nothing runs this.
 */
import { z } from 'zod';
import { idOf, personIdSchema, roomIdSchema } from '../../contract/ids.ts';
import { maskedPersonSchema, revealedFieldSchema } from '../../contract/people/views.ts';
import { DESK, OVERSIGHT, route } from '../../contract/route.ts';
import { maskSchema, nothing, pinSchema, proofSchema, roomTextSchema } from '../../contract/schemas.ts';

const parcelIdSchema = idOf('parcel', 'rooms');
const parcel = z.strictObject({ parcelId: parcelIdSchema });
const parcels = z.strictObject({ parcels: z.array(parcel) });
const inWords = z.strictObject({ room: roomTextSchema });
const bare = z.strictObject({ parcelId: z.number() });
const bareBelow = z.strictObject({ of: z.array(z.strictObject({ lastId: z.number().nullable() })) });
const withPerson = z.strictObject({ person: maskedPersonSchema });
const withPin = z.strictObject({ pin: pinSchema });
const withBoth = z.strictObject({ pin: pinSchema, cosigner: proofSchema.optional() });
const onePerson = z.strictObject({ personId: personIdSchema });
const maybeRoom = z.strictObject({ filter: z.strictObject({ room: roomIdSchema.optional() }) });
const masks = z.strictObject({ of: z.array(z.strictObject({ nameMask: maskSchema })) });
const maybeSupervised = z.strictObject({ supervisor: proofSchema.optional() });
const eitherSupervised = z.union([z.strictObject({ supervisor: proofSchema }), parcel]);
const said = { enters: 'no-resident', shows: 'nothing', proof: 'none' } as const;
const edits = { enters: ['edit'], shows: 'nothing', proof: 'none' } as const;

// @ts-expect-error a route without facts
route(DESK, nothing, nothing);
// @ts-expect-error nothing said of what it enters
route(OVERSIGHT, nothing, nothing, { shows: 'nothing', proof: 'none' });
// @ts-expect-error nothing said of what it shows
route(OVERSIGHT, nothing, nothing, { enters: 'no-resident', proof: 'none' });
// @ts-expect-error nothing said of whose PIN it takes
route(OVERSIGHT, nothing, nothing, { enters: 'no-resident', shows: 'nothing' });
// @ts-expect-error no scope, though a receptionist may call it
route(DESK, nothing, nothing, said);
// @ts-expect-error a scope, though no receptionist may call it
route(OVERSIGHT, nothing, nothing, { ...said, scope: 'nobody' });

// @ts-expect-error nobody's, though the id of a parcel leads to its room
route(DESK, parcel, nothing, { ...said, scope: 'nobody' });
// @ts-expect-error nobody's, though its reply leads to rooms
route(DESK, nothing, parcels, { ...said, shows: 'ids', scope: 'nobody' });
// @ts-expect-error nobody's, though it names a room in words
route(DESK, inWords, nothing, { ...said, scope: 'nobody' });
// @ts-expect-error supervised, though no supervisor's PIN comes with it
route(DESK, parcel, nothing, { ...said, scope: 'supervised' });
// @ts-expect-error supervised, though the supervisor's PIN may be left out
route(DESK, maybeSupervised, nothing, { ...said, proof: 'second', scope: 'supervised' });
// @ts-expect-error supervised, though one of its requests has no supervisor's PIN
route(DESK, eitherSupervised, nothing, { ...said, proof: 'second', scope: 'supervised' });
// @ts-expect-error an id that is a bare number
route(OVERSIGHT, bare, nothing, said);
// @ts-expect-error an id that is a bare number, in the reply and where it may be null
route(OVERSIGHT, nothing, bareBelow, said);

// @ts-expect-error shows nothing, though its reply is a record
route(OVERSIGHT, nothing, maskedPersonSchema, edits);
// @ts-expect-error shows masks of many, though a record is in its reply
route(OVERSIGHT, nothing, withPerson, { ...edits, shows: 'masks' });
// @ts-expect-error a record without an entry
route(OVERSIGHT, nothing, maskedPersonSchema, { ...said, shows: 'record' });
// @ts-expect-error a value in clear without an entry
route(OVERSIGHT, nothing, revealedFieldSchema, { ...said, shows: 'value' });
// @ts-expect-error shows masks of many, though its request names whose they are
route(OVERSIGHT, onePerson, masks, { enters: 'masks', shows: 'masks', proof: 'none' });
// @ts-expect-error shows masks of many, though its request may name a room
route(OVERSIGHT, maybeRoom, masks, { enters: ['edit'], shows: 'masks', proof: 'none' });
// @ts-expect-error a part of a record without an entry
route(OVERSIGHT, onePerson, masks, { enters: 'masks', shows: 'record', proof: 'none' });
// @ts-expect-error entered as opened, though its request names nobody
route(OVERSIGHT, nothing, maskedPersonSchema, { enters: 'as-opened', shows: 'record', proof: 'none' });
// @ts-expect-error a value that is entered as opened alone
route(OVERSIGHT, onePerson, revealedFieldSchema, { enters: 'as-opened', shows: 'value', proof: 'none' });
// @ts-expect-error entered as opened, though it shows no record
route(OVERSIGHT, onePerson, nothing, { enters: 'as-opened', shows: 'nothing', proof: 'none' });
// @ts-expect-error shows nothing, though its reply leads to a person
route(OVERSIGHT, nothing, z.strictObject({ personId: personIdSchema }), said);

// @ts-expect-error no PIN, though its request has one
route(OVERSIGHT, withPin, nothing, said);
// @ts-expect-error the own PIN, though its request has none
route(OVERSIGHT, nothing, nothing, { ...said, proof: 'own' });
// @ts-expect-error the own PIN alone, though a second comes with it where it has to
route(OVERSIGHT, withBoth, nothing, { ...said, proof: 'own' });
