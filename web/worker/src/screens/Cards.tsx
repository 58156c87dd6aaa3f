import { useState } from 'react';
import {
  Button,
  Heading,
  MarkdownText,
  useLanguage,
  useSharedText,
} from '../../../shared/src/components';
import type { Guidance, GuidanceInForce, RiskFactorCode } from '../../../shared/src/api/types';
import {
  scenariosBeside,
  scenarioTitle,
  sectionOfCard,
  sectionsOf,
  type Section,
} from '../../../shared/src/core/protocol';
import { keptProtocol } from '../shell/together-line';
import { cardsFor, momentsFor } from '../core/preparation';
import { go, useText } from './app-context';
import { Loading } from './LoadFault';
import type { LoadedOrKept } from './use-kept';
import { useGuidance } from './use-preparation';
import './prepare.css';

/** The cards and lists alone, one tap away during a visit: they say nothing about anybody. */
export function AllCards() {
  const text = useText();
  const shared = useSharedText();
  const guidance = useGuidance();
  return (
    <>
      {guidance.value !== null ? null : <Heading level={1}>{text.prepare.cards}</Heading>}
      <GuidanceCards guidance={guidance} factors={NONE} />
      <Button look="quiet" onClick={() => go('home')}>
        {shared.back}
      </Button>
    </>
  );
}

const NONE: readonly RiskFactorCode[] = [];

interface GuidanceCardsProps {
  readonly guidance: LoadedOrKept<GuidanceInForce>;
  readonly factors: readonly RiskFactorCode[];
}

/** The organisation's own cards and lists, or why they are not here. */
export function GuidanceCards({ guidance, factors }: GuidanceCardsProps) {
  const text = useText();
  return (
    <>
      <Loading of={guidance} missing={text.prepare.cardsMissing} quiet />
      {guidance.value === null ? null : (
        <Cards guidance={guidance.value.guidance} factors={factors} />
      )}
    </>
  );
}

interface CardsProps {
  readonly guidance: Guidance;
  readonly factors: readonly RiskFactorCode[];
}

/** What fits this visit first. */
function Cards({ guidance, factors }: CardsProps) {
  const text = useText();
  const { language } = useLanguage();
  const moments = momentsFor(guidance, factors);
  const [protocol] = useState(() => keptProtocol.read()?.value ?? null);
  const words = language === 'en' ? (protocol?.words.en ?? protocol?.words.nl) : protocol?.words.nl;
  const sections = sectionsOf(words ?? '');
  return (
    <section className="aw-stack">
      {moments.length === 0 ? null : (
        <>
          <Heading level={2}>{text.prepare.moments}</Heading>
          <ul className="aw-lines">
            {moments.map((moment) => (
              <li key={moment.text.nl}>{moment.text[language]}</li>
            ))}
          </ul>
        </>
      )}
      <Heading level={2}>{text.prepare.cards}</Heading>
      {cardsFor(guidance, factors).map((card) => (
        <details key={card.code} className="aw-fold">
          <summary className="aw-fold__title">{card.title[language]}</summary>
          <p className="utrecht-paragraph aw-fold__body">{card.text[language]}</p>
          <Steps section={sectionOfCard(sections, card.code)} />
        </details>
      ))}
      {scenariosBeside(
        sections,
        guidance.cards.map(({ code }) => code),
      ).map((section) => (
        <details key={section.id} className="aw-fold">
          <summary className="aw-fold__title">{scenarioTitle(section)}</summary>
          <div className="aw-fold__body">
            <MarkdownText words={section.body} />
          </div>
        </details>
      ))}
      <Lines title={text.prepare.atTheDoor} lines={guidance.atTheDoor.map((l) => l[language])} />
      <Lines
        title={text.prepare.leaveSentences}
        lines={guidance.leaveSentences.map((line) => line[language])}
      />
    </section>
  );
}

/** What the protocol says to do, under the card that it names. */
function Steps({ section }: { readonly section: Section | null }) {
  const text = useText();
  return section === null ? null : (
    <div className="aw-fold__body">
      <strong>{text.together.inProtocol}</strong>
      <MarkdownText words={section.body} />
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <details className="aw-fold">
      <summary className="aw-fold__title">{title}</summary>
      <ul className="aw-lines aw-fold__body">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
