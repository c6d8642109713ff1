/** A computer without a vault that joins an estate by a slip, over a real mailbox. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RouteReply } from '../../contract/routes.ts';
import { createCarrier } from '../../main/carrier/carrier.ts';
import { type Joiner, createJoiner } from '../../main/carrier/give-snapshot.ts';
import { type MailboxAddress, openMailbox } from '../../main/carrier/mailbox-client.ts';
import { startOfOrder } from '../../main/files/spool/envelope.ts';
import { joinsOf } from '../../main/files/spool/joins.ts';
import { loginOf } from '../../main/files/spool/mailbox-login.ts';
import { scramVerifier } from '../../main/files/spool/scram-verifier.ts';
import { spoolOf } from '../../main/files/spool/spool.ts';
import { systemClock } from '../../main/vault/clock.ts';
import { bytesOfBase64, toBase64 } from '../../main/vault/crypto/bytes.ts';
import { type Join, type JoinView, beginJoin } from '../../main/vault/joining/join-estate.ts';
import { codeOf, sealPost } from '../../main/vault/joining/posts.ts';
import { type Slip, readSlip, secretsOfSlip } from '../../main/vault/joining/slip.ts';
import { newLinkKeys, readLinkKeys } from '../../main/vault/link/link-keys.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import type { Estate, World } from '../desks/server-world.ts';
import { atEnd } from './at-end.ts';
import { draftOf } from './people-drafts.ts';
import { type LinkedDesk, createLine, headerOf, linkDesks } from './linked-desks.ts';
import { atRest } from './second-desk.ts';
import { type HarnessOptions, PINS, type VaultHarness, createHarness } from './vault-harness.ts';

type Line = ReturnType<typeof createLine>;
type Engine = EngineName | 'auto';

export interface JoiningDesk {
  readonly vault: VaultHarness;
  readonly slip: Slip;
  readonly join: Join;
  readonly joiner: Joiner;
  /** What its screen shows, once that is so. Errors: after 20 s. */
  shows(isSo: (view: JoinView) => boolean): Promise<JoinView>;
  /** Once the vault stands and the mailbox has it for live: a desk like any other. */
  become(): Promise<LinkedDesk>;
}

/** Has its carrier look all the time. */
export function runCarrier({ carrier }: LinkedDesk): void {
  carrier.rest(50);
  void carrier.run();
  atEnd(() => carrier.stop());
}

/** The one desk of an estate with somebody on record, its admin signed in, and the keeper's password of its mailbox. */
export async function firstDesk(world: World, options: HarnessOptions) {
  let estate: Estate | undefined;
  const [old] = (await linkDesks(
    [0],
    async (desk, vault) => {
      estate = await world.addEstate(Buffer.from(startOfOrder(vault).hash), vault);
      const { address } = await estate.addDesk(desk);
      const keeper = { ...address, login: estate.keeper.login };
      return {
        address,
        open: (password) => openMailbox(password === undefined ? address : { ...keeper, password }),
      };
    },
    options,
  )) as readonly [LinkedDesk];
  runCarrier(old);
  await old.vault.unlock('supervisor');
  const { personId } = await old.vault.addPerson(draftOf(1));
  await old.vault.switchTo('admin');
  return { old, personId, keeper: estate!.keeper.address.password };
}

/** A slip that the admin of a desk has made, who is signed in there. */
export async function makeSlip(old: LinkedDesk, keeper: string) {
  const slip = await old.vault.call('keys.inviteDesk', { name: '东门岗', keeper, pin: PINS.admin });
  const cosigner = await old.vault.proofOf('supervisor');
  const askWith = (code: string) => ({ code, keeper, pin: PINS.admin, cosigner });
  const admit = (code: string): Promise<string> => old.vault.codeOf('keys.admitDesk', askWith(code));
  /** Resolves once it is let in by these characters. */
  const heard = async (code: string): Promise<void> => {
    for (let look = 0, answer = ''; answer !== 'ok'; look += 1) {
      answer = await admit(code);
      if (look > 200) throw new Error(`it is not let in: ${answer}`);
      await sleep(100);
    }
  };
  return { slip, askWith, admit, heard };
}

/** A first desk and a slip that its admin has made. */
export async function inviteDesk(world: World, engine: EngineName) {
  const first = await firstDesk(world, { engine });
  return { ...first, ...(await makeSlip(first.old, first.keeper)) };
}

/** Joins by a slip, which the desk that made it hears of; its admin is signed in then. */
export async function joinBySlip(
  { slip, heard }: Pick<Awaited<ReturnType<typeof makeSlip>>, 'slip' | 'heard'>,
  options: HarnessOptions,
): Promise<LinkedDesk> {
  const joining = await startJoining(slip, options);
  await heard((await joining.shows(() => true)).code);
  const { admins } = await joining.shows((view) => view.admins.length > 0);
  await joining.join.finish({ slotId: admins[0]!.id, pin: PINS.admin });
  const fresh = await joining.become();
  runCarrier(fresh);
  await fresh.vault.unlock('admin');
  return fresh;
}

/** Lays what a desk with this slip would have posted. Returns its twelve characters. */
export async function postKeys(
  vaultDir: string,
  typed: RouteReply<'keys.inviteDesk'>,
  { sign, receive } = newLinkKeys([]),
): Promise<string> {
  const slip = readSlip(typed)!;
  const { key } = secretsOfSlip(slip);
  const word = {
    signKey: toBase64(sign.publicKey),
    receiveKey: toBase64(receive.publicKey),
    verifier: scramVerifier('0'.repeat(43)),
    isDone: false,
  };
  await joinsOf(vaultDir).put(slip.desk, 'word', sealPost('word', slip, key, word));
  return codeOf(slip, key, word);
}

/** Posts its keys. `typed`: the slip. */
export async function startJoining(
  typed: { readonly address: string; readonly secret: string },
  options: HarnessOptions = {},
): Promise<JoiningDesk> {
  const slip = readSlip(typed)!;
  const line = createLine();
  const vault = await createHarness({ ...options, carrier: line.line });
  let password = '';
  const join = await beginJoin(
    {
      vaultDir: vault.vaultDir,
      engine: chooseEngine(options.engine ?? 'auto'),
      clock: options.clock ?? systemClock,
      keychainWriter: {
        writeAnchor: (copy, bytes) => vault.keychain.writeAnchor(copy, bytes),
        writeDeviceSecret: (id, bytes) => vault.keychain.writeDeviceSecret(id, bytes),
        writeMailboxPassword: async (own) => void (password = own),
      },
    },
    slip,
  );
  const { host, port, database, vaultId, desk } = slip;
  const login = loginOf(vaultId, desk);
  const joiner = createJoiner({
    joins: joinsOf(vault.vaultDir),
    desk,
    passwords: join.passwords,
    open: (by) => openMailbox({ host, port, database, login, password: by, pins: null }),
  });
  atEnd(() => joiner.stop());
  return {
    vault,
    slip,
    join,
    joiner,
    async shows(isSo) {
      for (let look = 0; look < 400; look += 1) {
        await joiner.look();
        const view = join.view();
        if (view !== null && isSo(view)) return view;
        await sleep(50);
      }
      throw new Error(`it shows ${JSON.stringify(join.view())}`);
    },
    async become() {
      await vault.lock();
      await joiner.stop();
      return carriedDesk(vault, { line, password, engine: options.engine ?? 'auto' });
    },
  };
}

/** A desk whose header has a link, with a carrier of its own, once the mailbox has it for live. `password`: of its login. Locked afterwards. */
export async function carriedDesk(
  vault: VaultHarness,
  { line, password, engine }: { readonly line: Line; readonly password: string; readonly engine: Engine },
): Promise<LinkedDesk> {
  await vault.lock();
  const { link, deviceSecretId, vaultId, desk } = await headerOf(vault);
  const address: MailboxAddress = { ...link!.mailbox, password };
  const keeper = { ...address, login: loginOf(vaultId, 'keeper') };
  const open = (asKeeper?: string) =>
    openMailbox(asKeeper === undefined ? address : { ...keeper, password: asKeeper });
  const spool = spoolOf(vault.vaultDir);
  const carrier = createCarrier({
    spool,
    joins: joinsOf(vault.vaultDir),
    vaultId,
    desk,
    publicKeys: new Map(link!.desks.map((one) => [one.desk, bytesOfBase64(one.signKey)])),
    open,
    onState: line.told,
  });
  line.leadsTo(carrier);
  // It is live once the mailbox takes its own look, though it may be one that was put back.
  const isLive = async (): Promise<boolean> => {
    const { trouble } = await carrier.look();
    return trouble === null || trouble === 'behind' || trouble === 'copied';
  };
  for (let look = 0; !(await isLive()); look += 1) {
    if (look > 200) throw new Error('the mailbox has it not for live');
    await sleep(100);
  }
  const under = { vaultId, deviceSecret: vault.keychain.deviceSecrets[deviceSecretId]! };
  let keys: LinkedDesk['keys'] | null = null;
  await atRest(vault, engine, async (store) => {
    keys = await readLinkKeys(store, under);
  });
  return { number: desk, vault, spool, carrier, mailbox: { address, open }, keys: keys!, sheet: [] };
}
