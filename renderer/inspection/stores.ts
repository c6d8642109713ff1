/** Whether somebody inspects, who, and until when. */
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../../contract/bridge.ts';
import type { Inspection } from '../../contract/inspection/routes.ts';
import type { Result } from '../../contract/result.ts';
import type { RouteReply, RouteRequest } from '../../contract/routes.ts';
import { newestReply } from '../pages/newest-reply.ts';
import { bridge } from '../bridge.ts';

type Reply = Result<RouteReply<'inspection.read'>>;

export interface InspectionState {
  /** Null where nobody inspects, or it is not known yet. */
  readonly inspection: Inspection | null;
  readonly read: () => Promise<void>;
  /** The PIN goes through and is not kept. */
  readonly begin: (request: RouteRequest<'inspection.begin'>) => Promise<Reply>;
  /** Once it is entered the page goes to the printer; the failure of either. The PIN goes through and is not kept. */
  readonly print: (request: RouteRequest<'inspection.print'>) => Promise<Result<{ readonly done: boolean }>>;
  readonly end: (request: RouteRequest<'inspection.end'>) => Promise<Reply>;
}

type Ask = Pick<
  Bridge['vault'],
  'inspection.read' | 'inspection.begin' | 'inspection.print' | 'inspection.end'
>;

const createInspectionStore = (ask: Ask, printSheet: Bridge['shell']['printSheet']) => {
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
      print: async (request) => {
        const reply = await ask['inspection.print'](request);
        return reply.ok ? printSheet({ paper: 'inspection' }) : reply;
      },
      end: async (request) => kept(await ask['inspection.end'](request)),
    };
  });
};

/** The store of an inspection, made once over the bridge. */
export const inspectionStore = createInspectionStore(bridge.vault, bridge.shell.printSheet);
