/** Merges into a record that can still be undone; null until they are known. */
import { useEffect, useState } from 'react';
import type { Failure } from '../../contract/result.ts';
import type { PersonId } from '../../contract/ids.ts';
import type { MergeView } from '../../contract/records/views.ts';
import { bridge } from '../bridge.ts';

export function useMerges(
  personId: PersonId,
  onFailure: (failure: Failure) => void,
): readonly MergeView[] | null {
  const [merges, setMerges] = useState<readonly MergeView[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void bridge.vault['people.merges']({ personId }).then((reply) => {
      if (isGone) return;
      if (reply.ok) setMerges(reply.value.merges);
      else onFailure(reply.error);
    });
    return () => {
      isGone = true;
    };
  }, [personId, onFailure]);
  return merges;
}
