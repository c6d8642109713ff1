/** The forms of the page: a version put in force, a posting entered or taken back, the look for children. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { ConsentSummary, PostingArea, PostingView } from '../../contract/consent/routes.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import { bridge } from '../bridge.ts';
import { PinForm } from '../pages/PinForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom, today } from '../ui/days.ts';
import { Field } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';

const { vault } = bridge;

interface FormProps {
  readonly onClose: (summary?: ConsentSummary) => void;
}

export function VersionForm({ onClose }: FormProps) {
  const { t } = useTranslation();
  const [version, setVersion] = useState('');
  const [published, setPublished] = useState<readonly string[]>([]);
  useEffect(() => {
    void vault['consent.published']({}).then((reply) => {
      if (reply.ok) setPublished(reply.value.versions);
    });
  }, []);
  const markDirty = useUnsaved();
  return (
    <PinForm<ConsentSummary>
      name="consent-version"
      title={t('consent.setVersion')}
      lead={t('consent.setVersionLead')}
      yes={t('consent.versionSave')}
      ready={version.trim() !== ''}
      send={(pin) => vault['consent.setVersion']({ noticeVersion: version, pin })}
      onClose={(summary) => {
        if (summary !== undefined) toastsStore.getState().show({ words: (say) => say('consent.versionSet') });
        onClose(summary);
      }}
    >
      {published.length > 0 && (
        <Chips
          label={t('consent.published')}
          options={published.map((id) => ({ id, label: id }))}
          chosen={published.find((one) => one === version) ?? null}
          testId="consent-published"
          onChoose={(chosen) => {
            markDirty();
            setVersion(chosen);
          }}
        />
      )}
      <Field label={t('consent.versionField')} hint={t('consent.versionHint')} className={formCss.half}>
        {(ids) => (
          <TextInput
            {...ids}
            required
            maxLength={40}
            value={version}
            data-testid="consent-version-input"
            onChange={(event) => {
              markDirty();
              setVersion(event.currentTarget.value);
            }}
          />
        )}
      </Field>
    </PinForm>
  );
}

/** Estates and buildings; the first choice is everywhere where there is one estate alone. */
function useAreas(): readonly PostingArea[] {
  const [areas, setAreas] = useState<readonly PostingArea[]>([]);
  useEffect(() => {
    void vault['consent.areas']({}).then((reply) => {
      if (!reply.ok) return;
      const buildings = reply.value.areas.map(({ estate, building }) => ({ estate, building, unit: null }));
      const estates = [...new Set(buildings.map(({ estate }) => estate))];
      setAreas([...estates.map((estate) => ({ estate, building: null, unit: null })), ...buildings]);
    });
  }, []);
  return areas;
}

export function PostForm({ onClose }: FormProps) {
  const { t } = useTranslation();
  const areas = useAreas();
  const [at, setAt] = useState<number | null>(null);
  const [unit, setUnit] = useState('');
  const [day, setDay] = useState(today);
  const markDirty = useUnsaved();
  const area = at === null ? undefined : areas[at];
  const on = dayFrom(day);
  return (
    <PinForm<ConsentSummary>
      name="consent-post"
      title={t('consent.postTitle')}
      lead={t('consent.postLead')}
      yes={t('consent.postSave')}
      ready={area !== undefined && on !== null}
      send={(pin) =>
        vault['consent.post']({
          area: {
            estate: area?.estate ?? '',
            building: area?.building ?? null,
            unit: area?.building === null || unit.trim() === '' ? null : unit.trim(),
          },
          on: on ?? '',
          pin,
        })
      }
      onClose={(summary) => {
        if (summary !== undefined) {
          const count = summary.postings[0]?.people ?? 0;
          toastsStore.getState().show({ words: (say) => say('consent.posted', { count }) });
        }
        onClose(summary);
      }}
    >
      <div className={cx(formCss.line)}>
        <Field label={t('consent.areaField')}>
          {(ids) => (
            <Select
              ids={ids}
              value={at}
              choices={areas.map((one, index) => ({
                value: index,
                words: labelOfArea(one) || t('consent.wholeEstate'),
              }))}
              disabled={areas.length === 0}
              testId="consent-area"
              onChoose={(chosen) => {
                markDirty();
                setAt(chosen);
              }}
            />
          )}
        </Field>
        <Field label={t('consent.unitField')}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={20}
              value={unit}
              disabled={area === undefined || area.building === null}
              data-testid="consent-unit"
              onChange={(event) => setUnit(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('consent.dayField')} problem={on === null ? t('day.none') : null}>
          {(ids) => <DayInput ids={ids} text={day} testId="consent-day" onChange={setDay} />}
        </Field>
      </div>
    </PinForm>
  );
}

export function TakeDownForm({
  posting: { postingId, people },
  onClose,
  onStale,
}: FormProps & { readonly posting: PostingView; readonly onStale: () => Promise<void> }) {
  const { t } = useTranslation();
  return (
    <PinForm<ConsentSummary>
      name="consent-take-down"
      title={t('consent.takeDownTitle')}
      lead={t('consent.takeDownLead', { count: people })}
      yes={t('consent.takeDown')}
      isDanger
      pinAlone
      send={(pin) => vault['consent.takeDown']({ postingId, pin })}
      onStale={onStale}
      onClose={(summary) => {
        if (summary !== undefined) toastsStore.getState().show({ words: (say) => say('consent.takenDown') });
        onClose(summary);
      }}
    />
  );
}

interface FindFormProps {
  readonly onClose: (reply?: RouteReply<'consent.findChildren'>) => void;
}

export function FindForm({ onClose }: FindFormProps) {
  const { t } = useTranslation();
  return (
    <PinForm<RouteReply<'consent.findChildren'>>
      name="consent-find"
      title={t('consent.findTitle')}
      lead={t('consent.findLead')}
      yes={t('consent.findYes')}
      pinAlone
      send={(pin) => vault['consent.findChildren']({ pin })}
      onClose={onClose}
    />
  );
}
