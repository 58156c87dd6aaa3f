import { useCallback, useState } from 'react';
import {
  ChipsField,
  Heading,
  SelectField,
  useLanguage,
  useLoaded,
} from '../../../../shared/src/components';
import type { ProtocolVersion } from '../../../../shared/src/api/types';
import { Loading } from '../LoadFault';
import { dayText } from '../places/say-day';
import { compare, counted, type Piece } from '../../core/comparison';
import { useMeetingApi, useTogetherTexts } from './use-together';

/** All versions, and what differs between two of them. */
export function ProtocolVersions() {
  const t = useTogetherTexts();
  const { language } = useLanguage();
  const api = useMeetingApi();
  const versions = useLoaded(api.versions);
  const items = versions.value?.items ?? [];
  return (
    <>
      <Loading of={versions} />
      <ul className="aw-together__list">
        {items.map((one) => (
          <li key={one.version} className="aw-together__line">
            <strong>{t.versions.name(one.version)}</strong>
            <span>
              {t.versions.standing[one.standing]}
              {one.inForceFrom === null
                ? ''
                : `, ${t.versions.from(dayText(one.inForceFrom, language))}`}
            </span>
            {one.note === null ? null : <span>{one.note}</span>}
            <a
              className="utrecht-link"
              href={`/api/v1/protocol/versions/${one.version}/pdf?language=${language}`}
              download
            >
              {t.print}
              <span className="aw-visually-hidden"> {t.versions.name(one.version)}</span>
            </a>
          </li>
        ))}
      </ul>
      {items.length < 2 ? null : <Comparing versions={items} />}
    </>
  );
}

function Comparing({ versions }: { readonly versions: readonly ProtocolVersion[] }) {
  const t = useTogetherTexts();
  const { language } = useLanguage();
  const api = useMeetingApi();
  const [older, setOlder] = useState(String(versions[1]?.version ?? 0));
  const [newer, setNewer] = useState(String(versions[0]?.version ?? 0));
  const [of, setOf] = useState<'nl' | 'en'>(language);
  const askOlder = useCallback(() => api.version(Number(older)), [api, older]);
  const askNewer = useCallback(() => api.version(Number(newer)), [api, newer]);
  const before = useLoaded(askOlder);
  const after = useLoaded(askNewer);
  const choices = versions.map(({ version, standing }) => ({
    value: String(version),
    label: `${t.versions.name(version)} (${t.versions.standing[standing]})`,
  }));
  return (
    <section className="aw-together__group">
      <Heading level={2}>{t.versions.compare}</Heading>
      <div className="aw-row aw-together__fields">
        <SelectField label={t.versions.older} choices={choices} value={older} onChange={setOlder} />
        <SelectField label={t.versions.newer} choices={choices} value={newer} onChange={setNewer} />
        <ChipsField
          label={t.versions.language}
          choices={(['nl', 'en'] as const).map((value) => ({
            value,
            label: t.edit.languages[value],
          }))}
          value={of}
          onChange={setOf}
        />
      </div>
      {before.value === null || after.value === null ? (
        <Loading of={before.value === null ? before : after} />
      ) : (
        <Differences older={before.value.words[of] ?? ''} newer={after.value.words[of] ?? ''} />
      )}
    </section>
  );
}

/** Added words are underlined and said, removed ones struck through and said: never colour alone. */
function Differences({ older, newer }: { readonly older: string; readonly newer: string }) {
  const t = useTogetherTexts().versions;
  const blocks = compare(older, newer);
  const { added, removed } = counted(blocks);
  if (added + removed === 0) return <p className="utrecht-paragraph">{t.same}</p>;
  return (
    <>
      <p className="utrecht-paragraph" role="status">
        {t.counts(added, removed)}
      </p>
      <div className="aw-together__differences">
        {blocks.map(({ changed, pieces }, at) =>
          changed ? (
            <p key={at} className="aw-together__changed">
              {pieces.map((piece, n) => (
                <Difference key={n} piece={piece} />
              ))}
            </p>
          ) : (
            <Unchanged key={at} text={pieces[0]?.text ?? ''} />
          ),
        )}
      </div>
    </>
  );
}

function Difference({ piece }: { readonly piece: Piece }) {
  const t = useTogetherTexts().versions;
  switch (piece.kind) {
    case 'same':
      return <span>{piece.text}</span>;
    case 'added':
      return (
        <ins>
          <span className="aw-visually-hidden">[{t.added}: </span>
          {piece.text}
          <span className="aw-visually-hidden">]</span>
        </ins>
      );
    case 'removed':
      return (
        <del>
          <span className="aw-visually-hidden">[{t.removed}: </span>
          {piece.text}
          <span className="aw-visually-hidden">]</span>
        </del>
      );
  }
}

/** Of what stayed the same only the lines around a change, so that a change is found. */
function Unchanged({ text }: { readonly text: string }) {
  const t = useTogetherTexts().versions;
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <details>
      <summary className="aw-quiet">{t.unchanged(lines)}</summary>
      <p className="aw-together__changed">{text}</p>
    </details>
  );
}
