import { deskStore } from '../../../../../renderer/pages/stores.ts';
import { bridge } from '../../../../../renderer/bridge.ts';
import { FieldRow } from '../../../../../renderer/person/FieldRow.tsx';
import type { MaskedField, MaskedPerson } from '../../../../../contract/people/views.ts';
import { Prepared } from '../Prepared.tsx';
import type { ComponentPage } from '../component-page.ts';

/** Somebody invented, of whom the fake vault knows more than one number. */
async function openSomebody(): Promise<MaskedPerson> {
  const found = await bridge.vault['people.search']({ text: '张' });
  const [row] = found.ok ? found.value.groups.flatMap(({ rows }) => rows) : [];
  const opened = row === undefined ? null : await bridge.vault['people.open']({ personId: row.personId });
  if (opened?.ok !== true) throw new Error('the fake vault has nobody to show');
  return opened.value;
}

const person = await openSomebody();
const field = person.fields.find((one) => one.field === 'phone');
if (field === undefined) throw new Error('the person who is shown has no phone number');

const row = (changes: Partial<MaskedField>, shown: string | null = null) => (
  <FieldRow person={person} field={{ ...field, ...changes }} shown={shown} />
);

const revealing = () => {
  deskStore.setState({ panel: { kind: 'reveal', field: 'phone', ordinal: field.ordinal } });
  return () => deskStore.getState().hidePanel();
};
const AT = Date.UTC(2026, 0, 31, 8);

export const fieldRowPage: ComponentPage = {
  id: 'field-row',
  title: 'FieldRow',
  frame: 'alone',
  states: [
    {
      id: 'masked',
      name: ['各种状态', 'States'],
      wide: true,
      show: () => (
        <>
          {row({ access: 'own-pin' })}
          {row({ access: 'co-sign', field: 'idNumber', mask: '450***********001X' })}
          {row({ verifiedAt: AT })}
          {row({ valid: false })}
          {row({ note: 'card-check-digit' })}
          {row({ access: 'shown' }, '14100000000')}
        </>
      ),
    },
    {
      id: 'reveal',
      name: ['即将显示', 'About to be shown'],
      wide: true,
      show: () => <Prepared by={revealing}>{row({ access: 'co-sign' })}</Prepared>,
    },
  ],
};
