import { useState, type MouseEvent } from 'react';
import {
  Alert,
  Button,
  Heading,
  MarkdownText,
  TextField,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { Guidance, ProtocolInForce } from '../../../../shared/src/api/types';
import { FaultLine } from '../FaultLine';
import { LoadFault, Loading } from '../LoadFault';
import { dayText } from '../places/say-day';
import { useTexts } from '../room-context';
import { faultText } from '../use-act';
import { found, sectionsOf } from '../../../../shared/src/core/protocol';
import { useMeetingApi, useTogetherTexts } from './use-together';

/** The protocol in force, with its contents, a way to search, and the receipt. */
export function ProtocolReading() {
  const t = useTogetherTexts();
  const api = useMeetingApi();
  const protocol = useLoaded(api.protocol);
  const guidance = useLoaded(api.guidance);
  return (
    <>
      <Loading of={protocol} />
      <LoadFault of={guidance} words={t.protocol.noCards} />
      {protocol.value === null ? null : (
        <Reading
          protocol={protocol.value}
          guidance={guidance.value?.guidance ?? null}
          onRead={protocol.again}
        />
      )}
    </>
  );
}

interface ReadingProps {
  readonly protocol: ProtocolInForce;
  readonly guidance: Guidance | null;
  readonly onRead: () => Promise<void>;
}

function Reading({ protocol, guidance, onRead }: ReadingProps) {
  const t = useTogetherTexts();
  const { language } = useLanguage();
  const [asked, setAsked] = useState('');
  const words = language === 'en' ? (protocol.words.en ?? protocol.words.nl) : protocol.words.nl;
  const all = sectionsOf(words);
  const shown = found(all, asked);
  const day = (text: string) => dayText(text, language);
  return (
    <>
      <p className="utrecht-paragraph aw-quiet">
        {protocol.inForceFrom === null
          ? t.protocol.shipped
          : t.protocol.inForce(protocol.version, day(protocol.inForceFrom))}
      </p>
      {protocol.next === null ? null : (
        <Alert tone="info">
          <p className="utrecht-paragraph">
            {t.protocol.next(protocol.next.version, day(protocol.next.inForceFrom))}
          </p>
        </Alert>
      )}
      <div className="aw-row">
        {protocol.readAt === null ? (
          <Receipt version={protocol.version} onRead={onRead} />
        ) : (
          <span>{t.protocol.haveRead(day(protocol.readAt))}</span>
        )}
        <a
          className="utrecht-link"
          href={`/api/v1/protocol/versions/${protocol.version}/pdf?language=${language}`}
          download
        >
          {t.print}
        </a>
      </div>
      <TextField
        label={t.protocol.search}
        autoComplete="off"
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
      />
      <p role="status" className="utrecht-paragraph aw-quiet">
        {asked.trim() === '' ? '' : t.protocol.found(shown.length)}
      </p>
      <div className="aw-together__columns">
        <nav className="aw-together__contents" aria-label={t.protocol.contents}>
          <strong>{t.protocol.contents}</strong>
          <ul>
            {shown
              .filter(({ level }) => level > 1)
              .map(({ id, title }) => (
                <li key={id}>
                  <a className="utrecht-link" href={`#${id}`} onClick={jumpTo(id)}>
                    {title}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
        <div className="aw-together__text">
          {shown.map((section) => (
            <section key={section.id} className="aw-together__section">
              {section.title === '' ? null : (
                <div id={section.id} tabIndex={-1}>
                  <Heading level={section.level <= 2 ? 2 : 3}>{section.title}</Heading>
                </div>
              )}
              <MarkdownText
                words={section.body}
                card={(code) => <Card code={code} guidance={guidance} />}
              />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

interface ReceiptProps {
  readonly version: number;
  readonly onRead: () => Promise<void>;
}

/** "Read and understood". */
function Receipt({ version, onRead }: ReceiptProps) {
  const t = useTogetherTexts().protocol;
  const texts = useTexts();
  const api = useMeetingApi();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const read = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.read(version);
    setFault(answer.kind === 'ok' ? null : faultText(answer, texts));
    await onRead();
    setBusy(false);
  };
  return (
    <>
      <Button look="primary" busy={busy} onClick={() => void read()}>
        {t.readNow}
      </Button>
      <FaultLine act={{ fault, canRetry: false, busy }} />
    </>
  );
}

/** A scenario card where the protocol names it. */
export function Card(props: { readonly code: string; readonly guidance: Guidance | null }) {
  const t = useTogetherTexts();
  const { language } = useLanguage();
  const card = props.guidance?.cards.find(({ code }) => code === props.code);
  return card === undefined ? null : (
    <aside className="aw-together__card">
      <span className="aw-quiet">{t.protocol.card}</span>
      <strong>{card.title[language]}</strong>
      <p className="utrecht-paragraph">{card.text[language]}</p>
    </aside>
  );
}

/** The hash is the route of this app, so a link within the page moves the focus instead. */
function jumpTo(id: string) {
  return (event: MouseEvent): void => {
    event.preventDefault();
    const heading = document.getElementById(id);
    heading?.scrollIntoView();
    heading?.focus();
  };
}
