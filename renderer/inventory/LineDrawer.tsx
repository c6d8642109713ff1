/** One line of the inventory in full. */
import { useTranslation } from '../messages/translate.ts';
import type { InventoryItemId } from '../../contract/inventory/lists.ts';
import type { InventoryLine, InventoryView } from '../../contract/inventory/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { SourceNote } from '../pages/SourceNote.tsx';
import { Button } from '../ui/Button.tsx';
import { Drawer } from '../ui/Drawer.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { basisWords, itemWords, purposeWords, said } from './line-words.ts';

interface LineDrawerProps {
  readonly view: InventoryView;
  readonly lines: readonly InventoryLine[];
  readonly line: InventoryLine;
  readonly onOpen: (item: InventoryItemId | null) => void;
  readonly onChange: ((line: InventoryLine) => void) | null;
}

export function LineDrawer({ view, lines, line, onOpen, onChange }: LineDrawerProps) {
  const { t, i18n } = useTranslation();
  const at = lines.indexOf(line);
  const step = (by: 1 | -1): void => {
    const next = lines[at + by];
    if (next !== undefined) onOpen(next.item);
  };
  const who = view.access.find(({ tier }) => tier === line.tier);
  const { changed, note, noteEn } = line;
  const isEnglish = i18n.language === 'en';
  return (
    <Drawer
      title={itemWords(t, line.item)}
      testId="inventory-drawer"
      onClose={() => onOpen(null)}
      onStep={step}
      foot={
        <>
          {onChange !== null && (
            <Button weight="main" data-testid="inventory-change" onClick={() => onChange(line)}>
              {t('inventory.change')}
            </Button>
          )}
          <Button disabled={at === 0} data-testid="inventory-previous" onClick={() => step(-1)}>
            {t('inventory.previous')}
          </Button>
          <Button disabled={at === lines.length - 1} data-testid="inventory-next" onClick={() => step(1)}>
            {t('inventory.next')}
          </Button>
        </>
      }
    >
      <Facts layout="rows">
        <Fact name={t('inventory.facts.class')}>
          {`${t(`inventory.classes.${line.class}`)} · ${t(`inventory.grounds.${line.ground}`)}`}
        </Fact>
        <Fact name={t('inventory.facts.purposes')}>{purposeWords(t, line)}</Fact>
        {basisWords(t, line).map((words, index) => (
          <Fact key={words} name={index === 0 ? t('inventory.facts.bases') : ''}>
            {words}
          </Fact>
        ))}
        <Fact name={t('inventory.facts.retention')}>
          {said(i18n.language, line.retention)}
          {line.ownRetention !== null && ` (${t('inventory.ownRetention')})`}
        </Fact>
        <Fact name={t('inventory.facts.tier')}>{t(`inventory.tiers.${line.tier}`)}</Fact>
        {who !== undefined && (
          <Fact name={t('inventory.facts.who')}>
            {t('inventory.who', {
              roles: who.roles.map((role) => t(`roles.${role}`)).join(t('inventory.and')),
              names: who.names.join(t('inventory.and')),
            })}
          </Fact>
        )}
        <Fact name={t('inventory.facts.count')}>{line.count}</Fact>
        {note !== null && <Fact name={t('inventory.facts.note')}>{isEnglish ? noteEn : note}</Fact>}
        <Fact name={t('inventory.facts.changed')}>
          {changed === null
            ? t('inventory.proposed')
            : t('inventory.changedBy', { name: changed.by, time: formatMoment(changed.at) })}
        </Fact>
        <Fact name={t('inventory.facts.source')}>{line.grade}</Fact>
      </Facts>
      <SourceNote {...view.law} />
    </Drawer>
  );
}
