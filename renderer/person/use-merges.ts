/** Merges into a record that can still be undone; null until they are known. */
import type { Failure } from '../../contract/result.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { MergeView } from '../../contract/records/views.ts';
import { bridge } from '../bridge.ts';
import { useReply } from '../pages/use-reply.ts';

const ask = (personId: PersonId) => bridge.vault['people.merges']({ personId });

export const useMerges = (
  personId: PersonId,
  onFailure: (failure: Failure) => void,
): readonly MergeView[] | null => useReply(ask, personId, onFailure)?.merges ?? null;
