/** One line of the inventory in full. */
import type { ReactNode } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { InventoryLine, InventoryView } from '../../contract/inventory/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { SourceNote } from '../pages/SourceNote.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import type { InList } from '../ui/RegisterTable.tsx';
import { basisWords, purposeWords, said } from './line-words.ts';

interface LineDrawerProps {
  readonly of: InList<InventoryLine>;
  readonly view: InventoryView;
  readonly onChange: ((line: InventoryLine) => void) | null;
}

export function LineDrawer({ of, view, onChange }: LineDrawerProps) {
  const { t, i18n } = useTranslation();
  const line = of.row;
  return (
    <ListDrawer
      of={of}
      name="inventory"
      title={t(`inventory.items.${line.item}`)}
      hasSteps
      facts={factsOf(t, i18n.language, line, view)}
      foot={
        onChange !== null && (
          <Button weight="main" data-testid="inventory-change" onClick={() => onChange(line)}>
            {t('inventory.change')}
          </Button>
        )
      }
    >
      <SourceNote {...view.law} />
    </ListDrawer>
  );
}

/** A time for each kind of people, a line each. */
const Parts = ({ words }: { readonly words: string }) =>
  words.split(/[；;] ?/u).map((part) => <p key={part}>{part}</p>);

/** Facts of the line. */
function factsOf(
  t: Translate,
  language: string,
  line: InventoryLine,
  { access }: InventoryView,
): readonly (readonly [string, ReactNode])[] {
  const who = access.find(({ tier }) => tier === line.tier);
  const { changed, note, noteEn } = line;
  const own = line.ownRetention === null ? '' : ` (${t('inventory.ownRetention')})`;
  return [
    [
      t('inventory.columns.class'),
      `${t(`inventory.classes.${line.class}`)} · ${t(`inventory.grounds.${line.ground}`)}`,
    ],
    [t('inventory.columns.purposes'), purposeWords(t, line)],
    ...basisWords(t, line).map((words, at) => [at === 0 ? t('inventory.columns.bases') : '', words] as const),
    [
      t('inventory.facts.retention'),
      <Parts key="retention" words={`${said(language, line.retention)}${own}`} />,
    ],
    [t('inventory.columns.tier'), t(`inventory.tiers.${line.tier}`)],
    [
      t('inventory.facts.who'),
      who === undefined
        ? ''
        : t('inventory.who', {
            roles: who.roles.map((role) => t(`roles.${role}`)).join(t('scope.and')),
            names: who.names.join(t('scope.and')),
          }),
    ],
    [t('inventory.facts.count'), line.count],
    [t('inventory.facts.note'), language === 'en' ? noteEn : note],
    [
      t('inventory.facts.changed'),
      <Badge key="changed" tone={changed === null ? 'amber' : 'good'}>
        {changed === null
          ? t('inventory.proposed')
          : t('inventory.changedBy', { name: changed.by, time: formatMoment(changed.at) })}
      </Badge>,
    ],
  ];
}
