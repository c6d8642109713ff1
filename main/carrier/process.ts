/** Entry of the carrier process: main starts it where a vault has several desks, tells it where the mailbox is, and hears how it stands. */
import { type HostToCarrier, NOTHING_KNOWN } from '../../contract/carrier.ts';
import { endAtRejection } from '../files/end-at-rejection.ts';
import { joinsOf } from '../files/spool/joins.ts';
import { loginOf } from '../files/spool/mailbox-login.ts';
import { spoolOf } from '../files/spool/spool.ts';
import { type Carrier, createCarrier } from './carrier.ts';
import { openMailbox } from './mailbox-client.ts';
import { visitMailbox } from './visit.ts';

endAtRejection();

/** The end that Electron gives a utility process; described here so that the carrier does not import Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
let carrier: Carrier | null = null;

function start({ vaultDir, settings, password, restMs }: Extract<HostToCarrier, { type: 'start' }>): void {
  const { vaultId, desk, mailbox, publicKeys } = settings;
  carrier = createCarrier({
    spool: spoolOf(vaultDir),
    joins: joinsOf(vaultDir),
    vaultId,
    desk,
    publicKeys: new Map(publicKeys.map((one) => [one.desk, Buffer.from(one.signKey, 'base64')])),
    open: (keeper) =>
      openMailbox(
        keeper === undefined
          ? { ...mailbox, password }
          : { ...mailbox, login: loginOf(vaultId, 'keeper'), password: keeper },
      ),
    onState: (state) => parentPort.postMessage(state),
  });
  carrier.rest(restMs);
  void carrier.run();
}

parentPort.on('message', ({ data }) => {
  const message = data as HostToCarrier;
  if (message.type === 'start') start(message);
  else if (message.type === 'visit')
    visitMailbox(message, openMailbox, (said) => parentPort.postMessage({ ...NOTHING_KNOWN, ...said }));
  else if (message.type === 'rest') carrier?.rest(message.restMs);
  else if (message.type === 'errand') carrier?.send(message.errand);
  else if (message.holdMs === undefined) carrier?.wake();
  else carrier?.hold(message.holdMs);
});
