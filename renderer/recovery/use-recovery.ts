/** The recovery from its first step to its last: what of it React may keep, and what is asked of the vault. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { RecoverySheetView } from '../../contract/recovery/views.ts';
import type { Failure } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { appStore } from '../stores.ts';
import { inTwoRoles, thoseThere } from './recovery-store.ts';
import { recoveryStore } from './stores.ts';

export type RecoveryUnderWay = ReturnType<typeof useRecovery>;

export function useRecovery() {
  const { people, goTo, leave } = useStore(recoveryStore);
  const { lock, stopRecovery, refresh } = useStore(appStore);
  const pins = useRef<string[]>([]);
  const [sheet, setSheet] = useState<RecoverySheetView | null>(null);
  const [done, setDone] = useState<RouteReply<'recovery.finish'> | null>(null);
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const there = thoseThere(people);

  const cancel = async () => {
    await bridge.vault['recovery.cancel']({});
    pins.current = [];
    setSheet(null);
    leave();
    stopRecovery();
    await refresh();
  };
  const prepare = async () => {
    setMaking(true);
    setFailure(null);
    const reply = await bridge.vault['recovery.prepare']({
      people: there.map(({ staffId, name, role }, index) => ({
        staffId,
        name,
        role,
        pin: pins.current[index] ?? '',
        twoRoles: there.some((person, at) => at === index && inTwoRoles(people, person)),
      })),
    });
    setMaking(false);
    pins.current = [];
    if (!reply.ok) return setFailure(reply.error);
    setSheet(reply.value);
    goTo('new-sheet');
  };
  const finish = async (answers: [string, string]): Promise<Failure | null> => {
    const reply = await bridge.vault['recovery.finish']({ answers });
    if (!reply.ok) return reply.error;
    setDone(reply.value);
    setSheet(null);
    goTo('done');
    return null;
  };
  /** To the lock screen of a fresh page and a fresh vault: PINs and sheet went through this pair. */
  const goOn = () => {
    leave();
    stopRecovery();
    void lock();
  };
  /** The last of them is followed by the sheet. */
  const typePin = (index: number, pin: string) => {
    pins.current[index] = pin;
    if (index + 1 === there.length) void prepare();
  };
  const backToPeople = () => {
    pins.current = [];
    setFailure(null);
    goTo('people');
  };
  return { pins, sheet, done, making, failure, there, cancel, finish, goOn, typePin, backToPeople };
}
