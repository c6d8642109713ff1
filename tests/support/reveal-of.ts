import type { PersonId } from '../../contract/ids.ts';
import type { RouteRequest } from '../../contract/routes.ts';

type Asked = RouteRequest<'people.reveal'>;

/** The request for the first value of a field. Co-signed where `cosigner` is given. */
export const revealOf = (
  personId: PersonId,
  field: Asked['field'],
  pin: string,
  why: Asked['why'] = { reason: 'repair' },
  cosigner?: Asked['cosigner'],
): Asked => ({ personId, field, ordinal: 0, why, pin, ...(cosigner === undefined ? {} : { cosigner }) });
