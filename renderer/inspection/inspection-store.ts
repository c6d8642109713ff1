/** Whether somebody inspects, who, and until when. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Inspection } from '../../contract/inspection/routes.ts';
import type { Result } from '../../contract/result.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import { newestReply } from '../pages/newest-reply.ts';

type Reply = Result<RouteReply<'inspection.read'>>;

export interface InspectionState {
  /** Null where nobody inspects, or it is not known yet. */
  readonly inspection: Inspection | null;
  readonly read: () => Promise<void>;
  /** The PIN goes through and is not kept. */
  readonly begin: (request: RouteRequest<'inspection.begin'>) => Promise<Reply>;
  readonly end: (request: RouteRequest<'inspection.end'>) => Promise<Reply>;
}

type Ask = Pick<Bridge['vault'], 'inspection.read' | 'inspection.begin' | 'inspection.end'>;

export const createInspectionStore = (ask: Ask) => {
  const current = newestReply(() => ask['inspection.read']({}));
  return createStore<InspectionState>()((set) => {
    const kept = (reply: Reply): Reply => {
      if (reply.ok) set(reply.value);
      return reply;
    };
    return {
      inspection: null,

      read: async () => {
        const reply = await current();
        if (reply?.ok === true) set(reply.value);
      },

      begin: async (request) => kept(await ask['inspection.begin'](request)),
      end: async (request) => kept(await ask['inspection.end'](request)),
    };
  });
};
