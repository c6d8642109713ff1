/** The forms of the page: a version put in force, a posting entered or taken back, the look for children. */
import { useTranslation } from '../messages/translate.ts';
import type { ConsentSummary, PostingArea, PostingView } from '../../contract/consent/routes.ts';
import type { Result } from '../../contract/result.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { labelOfArea } from '../../contract/scope/lists.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { useReply } from '../pages/use-reply.ts';
import { Chip, Chips } from '../ui/Chips.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom, today, dayTyped } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';

const { vault } = bridge;

interface FormProps {
  readonly onClose: (summary?: ConsentSummary) => void;
}

const readPublished = () => vault['consent.published']({});

export function VersionForm({ isFirst, onClose }: FormProps & { readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ version: isFirst ? today().slice(0, 7) : '', isPosted: isFirst });
  const published = useReply(readPublished, undefined)?.versions ?? [];
  return (
    <Form
      name="consent-version"
      title={t('consent.setVersion')}
      lead={t('consent.setVersionLead')}
      yes={t('consent.versionSave')}
      ready={draft.version.trim() !== ''}
      pin="last"
      gathers
      send={({ pin }) => putInForce(draft.version, draft.isPosted, pin)}
      onClose={onClose}
      toast={(say) => say('consent.versionSet')}
    >
      {published.length > 0 && (
        <Chips
          {...of('version')}
          label={t('consent.published')}
          choices={choicesOf(published, (version) => version)}
          testId="consent-published"
        />
      )}
      <TextField
        {...of('version')}
        label={t('consent.versionField')}
        hint={t('consent.versionHint')}
        required
        maxLength={40}
        testId="consent-version-input"
      />
      {isFirst && (
        <Chip
          type="checkbox"
          chosen={draft.isPosted}
          testId="consent-posted-everywhere"
          onChoose={of('isPosted').onChange}
        >
          {t('consent.postedEverywhere')}
        </Chip>
      )}
    </Form>
  );
}

/** With one PIN: the version, and where it hangs everywhere from today on, that as well, and the look for children among those who are told so. */
async function putInForce(version: string, isPosted: boolean, pin: string): Promise<Result<ConsentSummary>> {
  const set = await vault['consent.setVersion']({ noticeVersion: version, pin });
  if (!set.ok || !isPosted) return set;
  const read = await vault['consent.areas']({});
  if (!read.ok) return read;
  for (const estate of new Set(read.value.areas.map((area) => area.estate))) {
    const area = { estate, building: null, unit: null };
    const posted = await vault['consent.post']({ area, on: dayTyped(today()), pin });
    if (!posted.ok) return posted;
  }
  const found = await vault['consent.findChildren']({ pin });
  return found.ok ? { ok: true, value: found.value.summary } : found;
}

/** Estates and buildings; the first choice is everywhere where there is one estate alone. */
function useAreas(): readonly PostingArea[] {
  const areas = useReply(readAreas, undefined)?.areas ?? [];
  const buildings = areas.map(({ estate, building }) => ({ estate, building, unit: null }));
  const estates = [...new Set(buildings.map(({ estate }) => estate))];
  return [...estates.map((estate) => ({ estate, building: null, unit: null })), ...buildings];
}

const readAreas = () => vault['consent.areas']({});

interface PostDraft {
  /** Which of the areas. */
  readonly area: number | null;
  readonly unit: string;
  readonly day: string;
}

export function PostForm({ onClose }: FormProps) {
  const { t } = useTranslation();
  const areas = useAreas();
  const { draft, of } = useDraft<PostDraft>(() => ({ area: null, unit: '', day: today() }));
  const area = draft.area === null ? undefined : areas[draft.area];
  const unit = draft.unit.trim();
  const on = dayFrom(draft.day);
  return (
    <Form
      name="consent-post"
      title={t('consent.postTitle')}
      lead={t('consent.postLead')}
      yes={t('consent.postSave')}
      ready={area !== undefined && on !== null}
      pin="last"
      send={({ pin }) =>
        vault['consent.post']({
          area: {
            estate: area?.estate ?? '',
            building: area?.building ?? null,
            unit: area?.building === null || unit === '' ? null : unit,
          },
          on: dayTyped(draft.day),
          pin,
        })
      }
      onClose={onClose}
      toast={(say, { postings }) => say('consent.posted', { count: postings[0]?.people ?? 0 })}
    >
      <FieldLine>
        <SelectField
          {...of('area')}
          label={t('consent.areaField')}
          choices={areas.map((one, index) => ({
            value: index,
            words: labelOfArea(one) || t('consent.wholeEstate'),
          }))}
          disabled={areas.length === 0}
          testId="consent-area"
        />
        <TextField
          {...of('unit')}
          label={t('consent.unitField')}
          maxLength={20}
          disabled={area === undefined || area.building === null}
          testId="consent-unit"
        />
        <DayField
          {...of('day')}
          label={t('consent.dayField')}
          problem={on === null ? t('day.none') : null}
          testId="consent-day"
        />
      </FieldLine>
    </Form>
  );
}

export function TakeDownForm({
  posting: { postingId, people },
  ...form
}: FormProps & { readonly posting: PostingView; readonly onStale: () => Promise<void> }) {
  const { t } = useTranslation();
  return (
    <Form
      {...form}
      name="consent-take-down"
      title={t('consent.takeDownTitle')}
      lead={t('consent.takeDownLead', { count: people })}
      yes={t('consent.takeDown')}
      isDanger
      pin="alone"
      send={({ pin }) => vault['consent.takeDown']({ postingId, pin })}
      toast={(say) => say('consent.takenDown')}
    />
  );
}

interface FindFormProps {
  readonly onClose: (reply?: RouteReply<'consent.findChildren'>) => void;
}

export function FindForm({ onClose }: FindFormProps) {
  const { t } = useTranslation();
  return (
    <Form
      name="consent-find"
      title={t('consent.findTitle')}
      lead={t('consent.findLead')}
      yes={t('guardian.find')}
      pin="alone"
      send={({ pin }) => vault['consent.findChildren']({ pin })}
      toast={(say, { rows }) =>
        rows.length === 0 ? say('consent.foundNone') : say('consent.found', { count: rows.length })
      }
      onClose={onClose}
    />
  );
}
