import { useState } from 'react';
import { Button, Heading, useLoaded } from '../../../../shared/src/components';
import type { Transport } from '../../../../shared/src/api/types';
import { mayAnswerForOthers } from '../../core/rights';
import type { MeansTexts } from '../../text/means';
import { Loading } from '../LoadFault';
import { IsMore, LongList } from '../LongList';
import { DialogForm } from '../preparation/DialogForm';
import { Phone } from '../Phone';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useTitle } from '../use-title';
import { MeansTabs } from './MeansTabs';
import { TransportForm } from './TransportForm';
import { useMeansApi, useMeansTexts } from './use-means';
import './means.css';

/** Who gets how to remote places and home from late shifts. */
export default function TransportPage() {
  const t = useMeansTexts();
  const api = useMeansApi();
  const { me } = useSeat();
  const [editing, setEditing] = useState<Transport | 'new' | null>(null);
  const [ending, setEnding] = useState<Transport | null>(null);
  const list = useLoaded(api.transports);
  useTitle(t.transport);
  const mayChange = mayAnswerForOthers(me.roles);
  const transports = list.value?.items ?? null;
  const done = () => {
    setEditing(null);
    setEnding(null);
    void list.again();
  };
  return (
    <div className="aw-means">
      <MeansTabs current="transport" />
      <div className="aw-means__top">
        <Heading level={1} focusOnShow>
          {t.transport}
        </Heading>
        {mayChange ? (
          <Button look="primary" onClick={() => setEditing('new')}>
            {t.trip.add}
          </Button>
        ) : null}
      </div>
      <p className="utrecht-paragraph">{t.trip.intro}</p>
      <Loading of={list} />
      {transports?.length === 0 ? (
        <div className="aw-board__empty">
          <p className="utrecht-paragraph aw-board__empty-title">{t.trip.emptyTitle}</p>
          <p className="utrecht-paragraph">{t.trip.emptyText}</p>
        </div>
      ) : null}
      <LongList className="aw-means__list" items={transports ?? []}>
        {(transport) => (
          <Line
            key={transport.id}
            transport={transport}
            mayChange={mayChange}
            onEdit={() => setEditing(transport)}
            onEnd={() => setEnding(transport)}
          />
        )}
      </LongList>
      <IsMore of={list.value} />
      {editing === null ? null : (
        <TransportForm
          known={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={done}
        />
      )}
      {ending === null ? null : (
        <EndDialog transport={ending} onClose={() => setEnding(null)} onDone={done} />
      )}
    </div>
  );
}

function whose({ personName, workplaceName, teamName }: Transport): string {
  return personName ?? workplaceName ?? teamName;
}

function daysText(days: readonly number[], t: MeansTexts['trip']): string {
  return days.length === 7 ? t.everyDay : days.map((day) => t.dayNames[day - 1]).join(', ');
}

interface LineProps {
  readonly transport: Transport;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
  readonly onEnd: () => void;
}

function Line({ transport, mayChange, onEdit, onEnd }: LineProps) {
  const t = useMeansTexts().trip;
  const { terms } = transport;
  const what = `${whose(transport)}, ${t.meansOf[terms.means]}`;
  return (
    <li className="aw-means__one">
      <div className="aw-means__part">
        <strong>{whose(transport)}</strong>
        <span className="aw-quiet">{daysText(terms.days, t)}</span>
      </div>
      <div className="aw-means__part">
        <span>{t.meansOf[terms.means]}</span>
        {terms.carrier === undefined || terms.carrier === null ? null : (
          <span>{terms.carrier}</span>
        )}
        {terms.phone === undefined || terms.phone === null ? null : (
          <Phone name={terms.carrier ?? ''} number={terms.phone} />
        )}
      </div>
      <div className="aw-means__part">
        {terms.outAt ? <span>{t.out(terms.outAt)}</span> : null}
        {terms.homeAt ? <span>{t.home(terms.homeAt)}</span> : null}
        <span className="aw-quiet">{t.lasts(terms.travelMinutes)}</span>
        {terms.note ? <span className="aw-quiet">{terms.note}</span> : null}
      </div>
      {mayChange ? (
        <div className="aw-row">
          <Button aria-label={t.editThis(what)} onClick={onEdit}>
            {t.edit}
          </Button>
          <Button look="quiet" aria-label={t.endThis(what)} onClick={onEnd}>
            {t.end}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

interface EndDialogProps {
  readonly transport: Transport;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function EndDialog({ transport, onClose, onDone }: EndDialogProps) {
  const t = useMeansTexts().trip;
  const texts = useTexts();
  const api = useMeansApi();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.endTransport(transport.id);
    setBusy(false);
    if (answer.kind === 'ok') onDone();
    else setFault(faultText(answer, texts));
  };
  return (
    <DialogForm
      title={t.endThis(whose(transport))}
      submit={t.end}
      busy={busy}
      fault={fault}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className="utrecht-paragraph">{t.endSure}</p>
    </DialogForm>
  );
}
