import { useCallback, useEffect, useState, type MouseEvent } from 'react';
import {
  Button,
  Heading,
  MarkdownText,
  TextField,
  useLanguage,
  useSharedText,
} from '../../../shared/src/components';
import type { Guidance, ProtocolInForce } from '../../../shared/src/api/types';
import { sayDay } from '../../../shared/src/core/local-day';
import { found, sectionsOf, type Section } from '../../../shared/src/core/protocol';
import { keptProtocol, readProtocol } from '../shell/together-line';
import { aboutNow, go, useAct, useApp, useText } from './app-context';
import { LoadFault, Loading } from './LoadFault';
import { Refused } from './Refused';
import { TogetherTabs } from './TogetherTabs';
import { useAgainAt, useKept } from './use-kept';
import { useGuidance } from './use-preparation';
import './together.css';

/** The protocol in force: to read, to search and to say that it was read, also without a network. */
export function ProtocolScreen() {
  const { shell, shown } = useApp();
  const { together: text, prepare } = useText();
  const shared = useSharedText();
  const guidance = useGuidance();
  const ask = useCallback(() => readProtocol(shell.api), [shell]);
  const protocol = useKept(ask, keptProtocol);
  // What went out may have been the receipt.
  useAgainAt(shown.phone.outbox.items.length, protocol.again);
  return (
    <>
      <Heading level={1} focusOnShow>
        {text.title}
      </Heading>
      <TogetherTabs current="protocol" />
      <Loading of={protocol} missing={text.missing} />
      {protocol.value === null ? null : (
        <>
          {guidance.value === null ? (
            <LoadFault of={guidance} missing={prepare.cardsMissing} />
          ) : null}
          <Reading protocol={protocol.value} guidance={guidance.value?.guidance ?? null} />
        </>
      )}
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

interface ReadingProps {
  readonly protocol: ProtocolInForce;
  readonly guidance: Guidance | null;
}

function Reading({ protocol, guidance }: ReadingProps) {
  const text = useText().together;
  const { language } = useLanguage();
  const [asked, setAsked] = useState('');
  const words = language === 'en' ? (protocol.words.en ?? protocol.words.nl) : protocol.words.nl;
  const shown = found(sectionsOf(words), asked);
  const [about] = useState(aboutNow);
  useEffect(() => {
    if (about !== null) document.getElementById(about)?.scrollIntoView();
  }, [about]);
  return (
    <>
      <p className="utrecht-paragraph aw-quiet">
        {protocol.inForceFrom === null
          ? text.shipped
          : text.inForce(protocol.version, sayDay(protocol.inForceFrom, language, 'long'))}
      </p>
      <TextField
        label={text.search}
        autoComplete="off"
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
      />
      <p role="status" className="aw-said">
        {asked.trim() === '' ? '' : text.found(shown.length)}
      </p>
      {asked.trim() === '' ? <Contents sections={shown} /> : null}
      {shown.map((section) => (
        <section key={section.id} className="aw-stack">
          {section.title === '' ? null : (
            <div id={section.id} tabIndex={-1} className="aw-protocol__heading">
              <Heading level={section.level <= 2 ? 2 : 3}>{section.title}</Heading>
            </div>
          )}
          <MarkdownText
            words={section.body}
            card={(code) => <CardInPlace code={code} guidance={guidance} />}
          />
        </section>
      ))}
      <Receipt protocol={protocol} />
    </>
  );
}

function Contents({ sections }: { readonly sections: readonly Section[] }) {
  const text = useText().together;
  const jump = (id: string) => (event: MouseEvent) => {
    // The hash is the route of this app: a link within the page moves the focus instead.
    event.preventDefault();
    const heading = document.getElementById(id);
    heading?.scrollIntoView();
    heading?.focus();
  };
  return (
    <details className="aw-fold">
      <summary className="aw-fold__title">{text.contents}</summary>
      <ul className="aw-lines aw-fold__body">
        {sections
          .filter(({ level }) => level > 1)
          .map(({ id, title }) => (
            <li key={id}>
              <a className="utrecht-link aw-protocol__link" href={`#${id}`} onClick={jump(id)}>
                {title}
              </a>
            </li>
          ))}
      </ul>
    </details>
  );
}

function CardInPlace(props: { readonly code: string; readonly guidance: Guidance | null }) {
  const text = useText().together;
  const { language } = useLanguage();
  const card = props.guidance?.cards.find(({ code }) => code === props.code);
  return card === undefined ? null : (
    <aside className="aw-panel aw-stack">
      <span className="aw-quiet">{text.card}</span>
      <strong>{card.title[language]}</strong>
      <p className="utrecht-paragraph">{card.text[language]}</p>
    </aside>
  );
}

/** "Read and understood": written down at once, sent when it can be. */
function Receipt({ protocol }: { readonly protocol: ProtocolInForce }) {
  const { shown } = useApp();
  const text = useText().together;
  const act = useAct();
  const { version } = protocol;
  const waits = shown.phone.outbox.items.some(({ kind }) => kind === 'read-protocol');
  const isRead = protocol.readAt !== null;
  return (
    <>
      {isRead || waits ? null : (
        <Button
          look="primary"
          large
          onClick={() => act({ kind: 'read-protocol', watchId: null, version })}
        >
          {text.read}
        </Button>
      )}
      <Refused kind="read-protocol" />
      <p role="status" className="aw-said">
        {isRead ? text.haveRead : waits ? text.readWaits : ''}
      </p>
    </>
  );
}
