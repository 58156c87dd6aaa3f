import { useState } from 'react';
import { Button, Heading, TextArea, TextField, useLoaded } from '../../../../shared/src/components';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { LetterTemplates, LetterText } from '../../../../shared/src/api/types';
import { maySetLetterTemplates } from '../../core/rights';
import { hashOf } from '../../core/route';
import { Loading } from '../LoadFault';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';
import { useIncidentApi, useIncidentTexts } from './use-incidents';
import './incidents.css';

type Template = LetterTemplates['items'][number];

/** What the organisation's letters say, with a try-out before it is kept. */
export default function LetterTemplatesPage() {
  const t = useIncidentTexts();
  const api = useIncidentApi();
  const loaded = useLoaded(api.templates);
  const all = loaded.value;
  return (
    <div className="aw-incidents">
      <a className="aw-incidents__link" href={hashOf({ page: 'incidents' })}>
        {t.page.back}
      </a>
      <Heading level={1} focusOnShow>
        {t.templates.title}
      </Heading>
      <p className="utrecht-paragraph">{t.templates.intro}</p>
      <Loading of={loaded} />
      {all === null ? null : (
        <p className="utrecht-paragraph">
          {t.templates.names}{' '}
          {all.names.map((name) => (
            <span key={name}>
              <code>{`{{${name}}}`}</code>{' '}
            </span>
          ))}
        </p>
      )}
      {(all?.items ?? []).map((template) => (
        <Editor
          key={`${template.template} ${String(template.isOwn)}`}
          template={template}
          onChanged={loaded.set}
        />
      ))}
    </div>
  );
}

interface EditorProps {
  readonly template: Template;
  readonly onChanged: (all: LetterTemplates) => void;
}

function Editor({ template, onChanged }: EditorProps) {
  const { templates: t, words } = useIncidentTexts();
  const texts = useTexts();
  const api = useIncidentApi();
  const { me } = useSeat();
  const [text, setText] = useState<LetterText>({
    subject: template.subject,
    body: template.body,
  });
  const [preview, setPreview] = useState<LetterText | null>(null);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [said, say] = useState('');
  const mayChange = maySetLetterTemplates(me.roles);

  /** What is wrong with a text stands at its field. */
  const wrongIn = (answer: ApiAnswer<unknown>): Readonly<Record<string, string>> => {
    const errors = answer.kind === 'problem' ? (answer.problem.errors ?? []) : [];
    if (errors.length === 0) return { '': faultText(answer, texts) };
    return Object.fromEntries(
      errors.map(({ location, code, detail }) => [
        location,
        code === 'template' ? `${t.wrong} ${detail}` : t.blank,
      ]),
    );
  };
  const taken = (answer: ApiAnswer<LetterTemplates>): void => {
    setFaults(answer.kind === 'ok' ? {} : wrongIn(answer));
    say(answer.kind === 'ok' ? t.saved : '');
    if (answer.kind === 'ok') onChanged(answer.value);
  };
  const tryOut = async (): Promise<void> => {
    const answer = await api.preview(text);
    setFaults(answer.kind === 'ok' ? {} : wrongIn(answer));
    setPreview(answer.kind === 'ok' ? answer.value : null);
  };
  return (
    <section className="aw-incidents__card">
      <Heading level={2}>{words.letters[template.template]}</Heading>
      <p className="utrecht-paragraph aw-quiet">{template.isOwn ? t.own : t.shipped}</p>
      <TextField
        label={t.subject}
        autoComplete="off"
        lang="nl"
        maxLength={200}
        readOnly={!mayChange}
        error={faults['/subject'] ?? null}
        value={text.subject}
        onChange={(event) => setText({ ...text, subject: event.target.value })}
      />
      <TextArea
        label={t.body}
        hint={t.bodyHint}
        lang="nl"
        maxLength={8000}
        rows={14}
        isInvalid={faults['/body'] !== undefined}
        error={faults['/body'] ?? null}
        value={text.body}
        onChange={(body) => setText({ ...text, body: mayChange ? body : text.body })}
      />
      <p role="alert" className="utrecht-form-field-error-message">
        {faults['']}
      </p>
      <p role="status">{said}</p>
      {mayChange ? (
        <div className="aw-row">
          <Button
            look="primary"
            onClick={() => void api.setTemplate(template.template, text).then(taken)}
          >
            {t.save}
          </Button>
          <Button onClick={() => void tryOut()}>{t.preview}</Button>
          {template.isOwn ? (
            <Button look="quiet" onClick={() => void api.useShipped(template.template).then(taken)}>
              {t.useShipped}
            </Button>
          ) : null}
        </div>
      ) : null}
      {preview === null ? null : (
        <div className="aw-incidents__card" lang="nl">
          <Heading level={3}>{t.previewTitle}</Heading>
          <p className="utrecht-paragraph">
            <strong>{preview.subject}</strong>
          </p>
          <p className="utrecht-paragraph aw-incidents__words">{preview.body}</p>
        </div>
      )}
    </section>
  );
}
