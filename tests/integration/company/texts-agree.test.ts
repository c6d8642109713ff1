/** Notice, posted notice, consent form, inventory and pack are made of one source: each names what can be recorded and nothing else, for the same purposes and by the same right. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractText } from 'unpdf';
import { FIELDS, type FieldId, SWITCHED_FIELD_IDS } from '../../../contract/fields.ts';
import type { InventoryLine } from '../../../contract/inventory/routes.ts';
import type { FileId, PersonId } from '../../../contract/ids.ts';
import { ITEM_WORDS, SUBJECT_WORDS } from '../../../contract/vocabulary/inventory.ts';
import { BASIS_WORDS, FIELD_WORDS, PURPOSE_WORDS } from '../../../contract/vocabulary/records.ts';
import { FACTS } from '../../support/features/company.ts';
import { pickPack } from '../../support/features/evidence.ts';
import { draftOf, idNumberOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

const plain = (text: string): string => text.replaceAll(/\s/gu, '');
const item = (line: InventoryLine): string => ITEM_WORDS[line.item][0];
const purposes = (line: InventoryLine): string =>
  line.purposes.map((purpose) => PURPOSE_WORDS[purpose][0]).join('、');
/** Said here by itself, so that what the texts share is held to something else. */
function bases(line: InventoryLine, subjects: (one: string) => boolean = () => true): string {
  const of = new Map<string, string[]>();
  for (const { subject, basis } of line.bases.filter((one) => subjects(one.subject)))
    of.set(basis ?? '', [...(of.get(basis ?? '') ?? []), SUBJECT_WORDS[subject][0]]);
  return [...of]
    .map(
      ([basis, who]) =>
        `${who.join('、')}：${basis === '' ? '未填写' : BASIS_WORDS[basis as keyof typeof BASIS_WORDS][0]}`,
    )
    .join('；');
}

let desk: VaultHarness;
let personId: PersonId;
beforeAll(async () => {
  desk = await openDesk('admin');
  await desk.call('company.change', { facts: FACTS, pin: PINS.admin });
  await desk.switchTo('supervisor');
  ({ personId } = await desk.addPerson(draftOf(1, { sealed: [] })));
  await desk.call('consent.setVersion', { noticeVersion: '2026-1', pin: PINS.supervisor });
});

/** Paragraphs and items of lists of a document as its template makes it now. */
async function linesOf(
  kind: 'resident-notice' | 'posted-notice' | 'management-system',
): Promise<readonly string[]> {
  const { procedures } = await desk.call('procedures.useTemplates', { kinds: [kind], idleSeconds: 120 });
  const { procedureId, draft } = procedures.find((one) => one.kind === kind)!;
  const { blocks } = await desk.call('procedures.read', { procedureId, versionId: null });
  await desk.call('procedures.discardDraft', { procedureId, version: draft!.version });
  return blocks
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]))
    .map((runs) => runs.map((run) => ('text' in run ? run.text : '')).join(''));
}
async function textOf(path: string): Promise<string> {
  const { text } = await extractText(new Uint8Array(readFileSync(path)), { mergePages: true });
  return plain(text);
}
/** Text of a PDF that goes where somebody has picked. */
async function paperOf(give: (fileId: FileId) => Promise<unknown>): Promise<string> {
  const { path, fileId } = pickPack(desk);
  await give(fileId);
  return textOf(path);
}

/** Whether the vault takes a value of it. */
async function takes(field: FieldId): Promise<boolean> {
  const value = field === 'idNumber' ? idNumberOf(7) : '4000001234567899';
  const code = await desk.codeOf('people.add', {
    person: draftOf(5, { sealed: [{ field: field as 'bankCard', value }] }),
    pin: PINS.supervisor,
  });
  return code === 'ok';
}

describe.each([
  ['none', []],
  ['consent', SWITCHED_FIELD_IDS],
] as const)('where ID numbers are decided as %s and %j are switched on', (choice, switchedOn) => {
  let lines: readonly InventoryLine[];
  let taken: readonly InventoryLine[];
  beforeAll(async () => {
    await desk.switchTo('admin');
    await desk.call('idNumbers.decide', { choice, words: '按公司制度办理', pin: PINS.admin });
    if (switchedOn.length > 0)
      await desk.call('policy.change', {
        masks: {},
        switchedOn: [...switchedOn],
        words: '按公司制度办理',
        pin: PINS.admin,
      });
    await desk.switchTo('supervisor');
    ({ lines } = await desk.call('inventory.read', {}));
    taken = lines.filter((line) => line.taken);
  });

  it('names whatever can be recorded, and nothing that cannot', async () => {
    for (const field of ['idNumber', ...SWITCHED_FIELD_IDS] as const)
      expect(await takes(field), FIELDS[field] && field).toBe(
        lines.find((line) => line.item === field)!.taken,
      );
    for (const kind of ['resident-notice', 'posted-notice'] as const) {
      const said = (await linesOf(kind)).filter((text) => text.includes('依据：'));
      const heads = said.map((text) => text.slice(0, text.indexOf('：用于')));
      const named = taken.map(item).toSorted((a, b) => b.length - a.length);
      const rest = named.reduce((text, name) => text.replaceAll(name, ''), heads.join('、'));
      expect(rest.replaceAll('、', ''), kind).toBe('');
      for (const line of taken)
        expect(
          said.filter((text) =>
            line.class === 'sensitive'
              ? line.purposes.every((one) =>
                  said.some((other) =>
                    other.startsWith(
                      `${item(line)}：用于${PURPOSE_WORDS[one][0]}。依据：${bases(line)}。必要性：`,
                    ),
                  ),
                )
              : `、${text.slice(0, text.indexOf('：用于'))}、`.includes(`、${item(line)}、`) &&
                text.endsWith(`：用于${purposes(line)}。依据：${bases(line)}。`),
          ).length,
          `${kind}: ${line.item}`,
        ).toBeGreaterThan(0);
    }
  });

  it('names in the management system no field as recorded that the company may decide against', async () => {
    const lines = await linesOf('management-system');
    const switched = ['idNumber', ...SWITCHED_FIELD_IDS] as const;
    const named = lines.filter((line) => switched.some((field) => line.includes(FIELD_WORDS[field][0])));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((line) => !line.includes('公司决定登记'))).toEqual([]);
  });

  it('says the same purposes and bases in form, inventory and pack', async () => {
    const form = await paperOf((fileId) => desk.call('consent.form', { personId, fileId }));
    const papers = [
      await paperOf((fileId) => desk.call('inventory.give', { fileId })),
      await paperOf((fileId) => desk.call('evidence.makePack', { fileId, pin: PINS.supervisor })),
    ];
    for (const line of lines) {
      const row = (words: string): string => plain(`${item(line)}${words}${purposes(line)}${bases(line)}`);
      const classes = ['一般', '敏感', '按敏感管理（自定）'];
      for (const paper of papers)
        expect(
          classes.some((its) => paper.includes(row(its))),
          line.item,
        ).toBe(line.taken || line.count > 0);
      // The form has what is of an owner and of whom they name; a guardian's where one is on record.
      const ofOwner = (subject: string): boolean => ['owner', 'emergency-contact'].includes(subject);
      const isOwners = line.bases.some(({ subject }) => ofOwner(subject));
      const inForm =
        line.class === 'sensitive'
          ? form.includes(plain(`${item(line)}${purposes(line)}`))
          : form.includes(plain(`${item(line)}${purposes(line)}${bases(line, ofOwner)}`));
      expect(inForm, line.item).toBe(line.taken && isOwners);
    }
  });
});
