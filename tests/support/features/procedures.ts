/** Documents of the company in the tests that go over every feature. */
import type { FileId } from '../../../contract/ids.ts';
import type { ProcedureView } from '../../../contract/procedures/views.ts';
import type { Role } from '../../../contract/fields.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { AtDesk, Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { fillCompany, saveCompany, stateCompany } from './company.ts';
import { PINS, type VaultHarness } from '../vault-harness.ts';

// --- the walk over the routes

/** A draft of a kind, without gaps. */
async function draftOf(walk: Walk, kind: 'undertaking' | 'posted-notice' = 'undertaking') {
  const { procedures } = await walk.ask('procedures.list', {});
  const was = procedures.find((one) => one.kind === kind);
  if ((was?.draft ?? null) === null)
    await walk.ask('procedures.useTemplates', { kinds: [kind], idleSeconds: 120 });
  await stateCompany(walk);
  const now = (await walk.ask('procedures.list', {})).procedures;
  return now.find((one) => one.kind === kind)!;
}
const seenOf = ({ procedureId, draft }: ProcedureView) => ({ procedureId, version: draft!.version });

/** Drafts as somebody publishes them, who has read each before. */
export async function readDrafts(
  desk: Pick<VaultHarness, 'call'>,
  procedures: readonly ProcedureView[],
): Promise<RouteRequest<'procedures.publish'>['drafts']> {
  for (const { procedureId } of procedures)
    await desk.call('procedures.read', { procedureId, versionId: null });
  return procedures.map(seenOf);
}

/** One in force: a receptionist has it from somebody else. */
async function published(walk: Walk): Promise<ProcedureView> {
  const draft = await draftOf(walk);
  await walk.ask('procedures.read', { procedureId: draft.procedureId, versionId: null });
  const { procedures } = await walk.ask('procedures.publish', { drafts: [seenOf(draft)], pin: walk.pin });
  return procedures.find(({ procedureId }) => procedureId === draft.procedureId)!;
}

/** What a receptionist has to sign: an admin publishes it where nobody has. */
async function ownOf(walk: Walk) {
  const read = async () => (await walk.ask('procedures.own', {})).documents;
  const there = await read();
  if (there.some(({ due }) => due)) return there;
  const { role } = walk;
  if (role === 'receptionist') {
    await walk.desk.switchTo('admin');
    await published({ ...walk, role: 'admin', pin: PINS.admin });
    await walk.desk.switchTo('receptionist');
  } else await published(walk);
  return read();
}

/** Reads whatever waits for a signature, as it is shown before it is signed. */
export async function readDue(ask: Walk['ask']): Promise<RouteRequest<'procedures.sign'>['versions']> {
  const due = (await ask('procedures.own', {})).documents.filter((one) => one.due);
  for (const { procedureId, versionId } of due) await ask('procedures.read', { procedureId, versionId });
  return due.map(({ versionId, sha256 }) => ({ versionId, sha256 }));
}

const FILE = 'e6'.repeat(16) as FileId;

export const visits: VisitsOf<'procedures'> = {
  'procedures.read': async (walk) => {
    const [own] = await ownOf(walk);
    return walk.ask('procedures.read', { procedureId: own!.procedureId, versionId: own!.versionId });
  },
  'procedures.signatures': async (walk) => {
    const { versions } = await published(walk);
    return walk.ask('procedures.signatures', { versionId: versions[0]!.versionId });
  },
  'procedures.useTemplates': (walk) => draftOf(walk),
  'procedures.add': (walk) => walk.ask('procedures.add', { title: '监控室管理制度' }),
  'procedures.beginDraft': async (walk) => {
    const { procedureId } = await published(walk);
    return walk.ask('procedures.beginDraft', { procedureId });
  },
  'procedures.saveDraft': async (walk) =>
    walk.ask('procedures.saveDraft', {
      ...seenOf(await draftOf(walk)),
      title: '个人信息保密承诺书（修订）',
      blocks: [{ kind: 'paragraph', runs: [{ text: '本人承诺保密。' }] }],
    }),
  'procedures.discardDraft': async (walk) => walk.ask('procedures.discardDraft', seenOf(await draftOf(walk))),
  'procedures.publish': published,
  'procedures.sign': async (walk) => {
    await ownOf(walk);
    return walk.ask('procedures.sign', { versions: await readDue(walk.ask), pin: walk.pin });
  },
  'procedures.give': async (walk) => {
    const { procedureId, versions } = await published(walk);
    return walk.ask('procedures.give', { procedureId, versionId: versions[0]!.versionId });
  },
};

/** Where a document is to go, as main offers it. */
export function offerProcedure(desk: Walk['desk'], path: string): FileId {
  desk.vault.offerFile(FILE, path, 'pdf');
  return FILE;
}

// --- the screens

async function submit(walk: AtDesk, form: string): Promise<void> {
  await click(walk, `procedure-${form}-submit`);
  await get(walk, `procedure-${form}-form`).waitFor({ state: 'detached', timeout: 60_000 });
}

async function publish(walk: AtDesk): Promise<void> {
  await readToTheEnd(walk, 'publish');
  await get(walk, 'pin-input').fill(DESK_STAFF.supervisor.pin);
  await submit(walk, 'publish');
}

/** A supervisor takes all templates and puts them in force, once an admin has stated what they ask for. */
export async function publishTemplates(walk: AtDesk): Promise<void> {
  const { desk } = walk;
  await desk.switchTo('admin');
  await desk.open('company');
  await fillCompany(walk);
  await saveCompany(walk);
  await desk.switchTo('supervisor');
  await desk.open('procedures');
  await click(walk, 'procedures-templates');
  await click(walk, 'procedures-publish-all');
  await publish(walk);
}

async function beginSigning(walk: AtDesk): Promise<void> {
  await click(walk, 'procedure-sign-begin');
  await get(walk, 'procedure-text').waitFor();
}

async function readAndSign(walk: AtDesk, role: Role): Promise<void> {
  await readToTheEnd(walk);
  await get(walk, 'pin-input').fill(DESK_STAFF[role].pin);
  await submit(walk, 'sign');
}

/** Each text that waits for a signature, or is to be published, until the form for it is there. */
export async function readToTheEnd(walk: AtDesk, what: 'sign' | 'publish' = 'sign'): Promise<void> {
  const form = get(walk, `procedure-${what}-form`);
  // Each text is scrolled to its end, after which the next one follows.
  for (let read = 0; ; read += 1) {
    const end = get(walk, 'procedure-end').nth(read);
    await end.or(form).first().waitFor({ state: 'attached' });
    if (await form.isVisible()) break;
    await end.evaluate((mark) => mark.scrollIntoView({ block: 'end' }));
  }
}

/** At the page, as anybody: reads and signs whatever waits for their signature. */
export async function signAll(walk: AtDesk, role: Role): Promise<void> {
  await beginSigning(walk);
  await readAndSign(walk, role);
}

/** Pastes as another program's window leaves it in the clipboard. */
const paste = (walk: ScreenWalk, html: string): Promise<unknown> =>
  get(walk, 'procedure-editor').evaluate((editor, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);

/** A supervisor drafts all templates, edits one, publishes, compares and signs. */
export const flow = featureFlow({
  place: 260,
  as: 'supervisor',
  screens: {
    ...showing(['page:procedures'], 'procedures-empty', 'procedures-drafts', 'procedures-one'),
    ...showing(['page:procedures'], 'procedures-edit', 'procedures-publish'),
    ...showing(['page:procedures'], 'procedures-published', 'procedures-read', 'procedures-compare'),
    ...showing(['page:procedures'], 'procedures-sign', 'procedures-signed'),
  },
  async run(walk, look, desk) {
    const row = (kind: string) =>
      desk.page.locator(`[data-testid="procedure-row"][data-kind="${kind}"]`).getByRole('button');
    const act = async (kind: string, what: string): Promise<void> => {
      await row(kind).click();
      await get(walk, 'procedure-drawer').waitFor();
      await click(walk, `procedure-${what}`);
    };
    await desk.open('procedures');
    await look('procedures-empty', { wait: 'procedures-empty' });
    await click(walk, 'procedures-templates');
    await row('management-system').waitFor();
    await look('procedures-drafts');
    await row('undertaking').click();
    await look('procedures-one', { wait: 'procedure-drawer' });
    await click(walk, 'procedure-edit', 'procedure-editor');
    await desk.page.keyboard.press('Control+End');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('本人已领取一份。');
    await look('procedures-edit');
    await submit(walk, 'edit');
    await look('procedures-publish', { press: 'procedures-publish-all' });
    await publish(walk);
    await look('procedures-published', { wait: 'procedures-due' });
    await act('undertaking', 'redraft');
    await click(walk, 'procedure-editor');
    await desk.page.keyboard.press('Control+End');
    await paste(
      walk,
      '<p style="color: red" onclick="alert(1)"><b>一式</b>两份<img src="x"></p><script>1</script>',
    );
    await get(walk, 'procedure-editor').getByText('一式').waitFor();
    await submit(walk, 'edit');
    await act('undertaking', 'publish');
    await publish(walk);
    await act('undertaking', 'open');
    await look('procedures-read', { wait: 'procedure-text' });
    await desk.choose('procedure-compare', { value: '1' });
    await look('procedures-compare', { wait: 'procedure-difference' });
    await click(walk, 'procedure-back');
    await beginSigning(walk);
    await look('procedures-sign');
    await readAndSign(walk, 'supervisor');
    await get(walk, 'procedures-due').waitFor({ state: 'detached' });
    await look('procedures-signed');
    await desk.page.keyboard.press('Escape');
  },
});
