/** Reads one document, each time that another is asked for. */
import { useEffect, useState } from 'react';
import type { ProcedureDocument } from '../../contract/procedures/views.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';

interface Read {
  readonly key: string;
  readonly document: ProcedureDocument | null;
  readonly failure: Failure | null;
}

/** `versionId` null is the draft; undefined is none. What was read before is not shown for what is asked now. */
export function useDocument(procedureId: number, versionId: number | null | undefined) {
  const key = `${procedureId}/${versionId}`;
  const [read, setRead] = useState<Read | null>(null);
  useEffect(() => {
    if (versionId === undefined) return;
    let isGone = false;
    void bridge.vault['procedures.read']({ procedureId, versionId }).then((reply) => {
      if (isGone) return;
      setRead({ key, document: reply.ok ? reply.value : null, failure: reply.ok ? null : reply.error });
    });
    return () => {
      isGone = true;
    };
  }, [key, procedureId, versionId]);
  const isOf = read?.key === key;
  return { document: isOf ? read.document : null, failure: isOf ? read.failure : null };
}
