import { useState, type FormEvent } from 'react';
import type { VisitImport } from '../../../../shared/src/api/types';
import { Alert, Button, Heading, TextField, useLanguage } from '../../../../shared/src/components';
import { progressOf } from '../../core/imports';
import { importsTexts, type ImportsTexts } from '../../text/imports';
import { LoadFault, Loading } from '../LoadFault';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useTitle } from '../use-title';
import { useImport, type Importing } from './use-import';
import './imports.css';

/** A file with visits: choose it, see what is wrong and what will be made of it, decide. */
export default function ImportPage() {
  const t = importsTexts[useLanguage().language];
  const texts = useTexts();
  const importing = useImport();
  const { it, fault } = importing;
  useTitle(t.title);

  return (
    <section className="aw-imports">
      <Heading level={1}>{t.title}</Heading>
      {fault === null ? null : (
        <Alert tone="error" urgent>
          <p className="utrecht-paragraph">{faultText(fault, texts)}</p>
        </Alert>
      )}
      {it === null ? (
        <ChooseFile t={t} busy={importing.busy} onChosen={(file) => void importing.send(file)} />
      ) : (
        <>
          <div aria-live="polite">
            <Standing it={it} t={t} />
          </div>
          <BadRows rows={importing.badRows} of={it} t={t} />
          <Decision it={it} t={t} importing={importing} />
        </>
      )}
    </section>
  );
}

interface ChooseFileProps {
  readonly t: ImportsTexts;
  readonly busy: boolean;
  readonly onChosen: (file: File) => void;
}

function ChooseFile({ t, busy, onChosen }: ChooseFileProps) {
  const [file, setFile] = useState<File | null>(null);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (file !== null) onChosen(file);
  };
  return (
    <form onSubmit={send}>
      <p className="utrecht-paragraph">{t.intro}</p>
      <p className="utrecht-paragraph">{t.columns}</p>
      <TextField
        label={t.choose}
        type="file"
        required
        accept=".csv,.xlsx,text/csv"
        onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
      />
      <Button look="primary" type="submit" busy={busy}>
        {t.send}
      </Button>
    </form>
  );
}

interface PartProps {
  readonly it: VisitImport;
  readonly t: ImportsTexts;
}

/** How far it is. */
function Standing({ it, t }: PartProps) {
  switch (it.state) {
    case 'received':
      return <p className="utrecht-paragraph">{t.checking}</p>;
    case 'unreadable':
      return (
        <Alert tone="error">
          <p className="utrecht-paragraph">{t.unreadable}</p>
          <p className="utrecht-paragraph">{it.fault?.reason}</p>
          <p className="utrecht-paragraph">{it.fault?.remedy}</p>
        </Alert>
      );
    case 'checked':
      return (
        <>
          <Heading level={2}>{t.checked}</Heading>
          <ul className="utrecht-unordered-list">
            <li>{it.waiting === 0 ? t.nothing : t.willPlan(it.waiting)}</li>
            {it.known === 0 ? null : <li>{t.areKnown(it.known)}</li>}
            {it.bad === 0 ? null : <li>{t.areBad(it.bad)}</li>}
          </ul>
        </>
      );
    case 'running': {
      const { done, total } = progressOf(it);
      return (
        <>
          <progress
            className="aw-imports__progress"
            aria-label={t.progress}
            value={done}
            max={total}
          />
          <p className="utrecht-paragraph">{t.running(done, total)}</p>
        </>
      );
    }
    case 'done':
      return (
        <Alert tone="ok">
          <p className="utrecht-paragraph">{t.done(it.planned)}</p>
          {it.known === 0 ? null : <p className="utrecht-paragraph">{t.areKnown(it.known)}</p>}
          {it.bad === 0 ? null : <p className="utrecht-paragraph">{t.areBad(it.bad)}</p>}
        </Alert>
      );
  }
}

interface BadRowsProps {
  readonly rows: Importing['badRows'];
  readonly of: VisitImport;
  readonly t: ImportsTexts;
}

function BadRows({ rows: known, of, t }: BadRowsProps) {
  if (of.bad === 0) {
    return null;
  }
  if (known.value === null) {
    return <Loading of={known} words={t.rowsMissing} />;
  }
  const rows = known.value.items;
  return (
    <>
      <LoadFault of={known} words={t.rowsMissing} />
      <table className="aw-imports__rows">
        <caption>{t.badRows}</caption>
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.reason}</th>
            <th scope="col">{t.remedy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ number, faults }) =>
            faults.map((fault) => (
              <tr key={`${number} ${fault.column ?? ''} ${fault.code}`}>
                <th scope="row">{number}</th>
                <td>{fault.column}</td>
                <td>{fault.reason}</td>
                <td>{fault.remedy}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {of.bad > rows.length ? (
        <p className="utrecht-paragraph">{t.more(of.bad - rows.length)}</p>
      ) : null}
    </>
  );
}

interface DecisionProps extends PartProps {
  readonly importing: Importing;
}

function Decision({ it, t, importing }: DecisionProps) {
  const again = <Button onClick={importing.forget}>{t.again}</Button>;
  if (it.state === 'done') {
    return again;
  }
  if (it.state === 'unreadable' || (it.state === 'checked' && it.waiting === 0)) {
    return <Button onClick={() => void importing.discard()}>{t.again}</Button>;
  }
  return it.state === 'checked' ? (
    <div className="aw-imports__decision">
      <Button look="primary" busy={importing.busy} onClick={() => void importing.confirm()}>
        {t.confirm(it.waiting)}
      </Button>
      <Button onClick={() => void importing.discard()}>{t.discard}</Button>
    </div>
  ) : null;
}
