import { useRef, useState, type FormEvent } from 'react';
import { codeOf, type ApiAnswer } from '../../../../shared/src/api/answer';
import type { PlannerWeek, Visit } from '../../../../shared/src/api/types';
import {
  Alert,
  Button,
  Dialog,
  useLanguage,
  useSharedText,
} from '../../../../shared/src/components';
import { clockTime } from '../../../../shared/src/core/clock';
import { dayOf, sayDay } from '../../../../shared/src/core/local-day';
import { canMove } from '../../core/planner';
import {
  changeOf,
  faultsOf,
  formOf,
  newForm,
  newVisitOf,
  type FormField,
  type VisitForm,
} from '../../../../shared/src/core/visit-form';
import { newActKey, type PlannerApi } from '../../shell/planner-api';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { usePlannerTexts, whenOf } from './planner-words';
import { StaleAlert } from './StaleAlert';
import { moveFault } from './use-planner';
import { useWarnings } from './use-warnings';
import { VisitFacts } from './VisitFacts';
import { VisitFields } from './VisitFields';

interface VisitDialogProps {
  readonly api: PlannerApi;
  readonly week: PlannerWeek;
  /** The visit that is changed; null for a new one. */
  readonly visit: Visit | null;
  /** For a new one: when, and perhaps who. */
  readonly cell: { readonly personId: string | null; readonly day: string } | null;
  readonly onClose: () => void;
  readonly onCancel: (visit: Visit) => void;
  readonly onSaved: (text: string) => void;
}

/** Plans or changes a visit. What does not go together is said beside the fields, and never forbids. */
export function VisitDialog(props: VisitDialogProps) {
  const { api, week, visit, cell, onClose, onCancel, onSaved } = props;
  const t = usePlannerTexts();
  const shared = useSharedText();
  const texts = useTexts();
  const { language } = useLanguage();
  const [known, setKnown] = useState(visit);
  const [stale, setStale] = useState<{ readonly mine: Visit; readonly now: Visit } | null>(null);
  const [form, setForm] = useState<VisitForm>(() =>
    visit === null ? newForm(cell?.personId ?? null, cell?.day ?? week.mondayDate) : formOf(visit),
  );
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [refused, setRefused] = useState<ReadonlyMap<FormField, string>>(new Map());
  const key = useRef<{ readonly what: string; readonly key: string } | null>(null);
  const warnings = useWarnings(api, form, known?.id ?? null);
  const faults = tried ? faultsOf(form) : new Set<FormField>();

  if (known !== null && !canMove(known)) {
    return (
      <Dialog title={t.form.viewTitle} onClose={onClose}>
        <Alert tone="info">
          <p className="utrecht-paragraph">{t.form.begun}</p>
        </Alert>
        <VisitFacts visit={known} week={week} />
        <Button onClick={onClose}>{t.form.close}</Button>
      </Dialog>
    );
  }

  /** The same form again is the same act: after a broken line it counts once. */
  const keyFor = (what: unknown): string => {
    const text = JSON.stringify(what);
    if (key.current?.what !== text) key.current = { what: text, key: newActKey() };
    return key.current.key;
  };

  const save = async (): Promise<void> => {
    setTried(true);
    setFault(null);
    setRefused(new Map());
    if (faultsOf(form).size > 0) {
      return;
    }
    setBusy(true);
    if (known === null) {
      const wanted = newVisitOf(form);
      const answer = await api.plan(wanted, keyFor(wanted));
      setBusy(false);
      if (answer.kind === 'ok') {
        onSaved(t.form.planned(answer.value.workerName, whenOf(answer.value, language)));
      } else {
        fail(answer);
      }
      return;
    }
    const change = changeOf(form, known.version);
    const answer = await api.change(known.id, change, keyFor(change));
    setBusy(false);
    if (answer.kind === 'ok') {
      const { items, leftAlone } = answer.value;
      onSaved(
        items.length + leftAlone > 1 ? t.form.savedSeries(items.length, leftAlone) : t.form.saved,
      );
    } else if (moveFault(answer) === 'stale') {
      await lookWhatChanged(known);
    } else {
      fail(answer);
    }
  };

  const lookWhatChanged = async (mine: Visit): Promise<void> => {
    const answer = await api.visit(mine.id);
    if (answer.kind === 'ok') {
      setKnown(answer.value);
      setStale({ mine, now: answer.value });
    } else {
      fail(answer);
    }
  };

  const fail = (answer: ApiAnswer<unknown>): void => {
    if (answer.kind === 'problem' && answer.status === 400) {
      const found = new Map<FormField, string>();
      for (const error of answer.problem.errors ?? []) {
        const field = fieldAt(error.location);
        if (field !== null) found.set(field, refusalText(error.code, t.form.refused));
      }
      setRefused(found);
      setFault(found.size === 0 ? faultText(answer, texts) : null);
      return;
    }
    const why = moveFault(answer);
    const isCancelled = answer.kind === 'problem' && codeOf(answer.problem) === 'cancelled';
    setFault(
      why === 'started' ? t.form.started : isCancelled ? t.form.gone : faultText(answer, texts),
    );
  };

  const change = (part: Partial<VisitForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setRefused(new Map());
  };
  const errorAt = (field: FormField): string | null =>
    refused.get(field) ?? (faults.has(field) ? shared.visitForm.faults[field] : null);
  const changedAt = known?.changedAt ?? null;

  return (
    <Dialog title={known === null ? t.form.newTitle : t.form.editTitle} onClose={onClose}>
      <form
        className="aw-stack aw-visit-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save();
        }}
      >
        {stale === null ? null : (
          <StaleAlert
            week={week}
            mine={stale.mine}
            now={stale.now}
            onTakeOver={() => {
              setForm(formOf(stale.now));
              setStale(null);
            }}
          />
        )}
        <VisitFields
          week={week}
          form={form}
          isNew={known === null}
          isOfSeries={(known?.seriesId ?? null) !== null}
          warnings={warnings}
          errorAt={errorAt}
          onChange={change}
        />
        {stale === null && changedAt !== null ? (
          <p className="utrecht-paragraph aw-quiet">
            {t.form.changedBy(
              known?.changedByName ?? '',
              `${sayDay(dayOf(Date.parse(changedAt)), language, 'short')} ${clockTime(Date.parse(changedAt))}`,
            )}
          </p>
        ) : null}
        {fault === null ? null : (
          <Alert tone="error" urgent>
            <p className="utrecht-paragraph">{fault}</p>
          </Alert>
        )}
        <div className="aw-row">
          <Button look="primary" type="submit" busy={busy}>
            {busy ? texts.app.working : known === null ? t.form.planIt : t.form.save}
          </Button>
          <Button onClick={onClose}>{t.form.close}</Button>
          {known === null ? null : (
            <Button look="quiet" className="aw-visit-form__cancel" onClick={() => onCancel(known)}>
              {t.form.cancelVisit}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** The field of the form that a fault of the request is about. */
function fieldAt(location: string): FormField | null {
  switch (location.split('/')[1]) {
    case 'workerId':
      return 'workerId';
    case 'place':
      return 'address';
    case 'plannedStartAt':
      return 'from';
    case 'plannedEndAt':
      return 'until';
    case 'repeat':
      return 'lastDay';
    default:
      return null;
  }
}

function refusalText(code: string, texts: Readonly<Record<string, string>>): string {
  return texts[code] ?? texts['unknown'] ?? code;
}
