import { useCallback, useState } from 'react';
import { ChipsField, Heading, useLanguage, useLoaded } from '../../../../shared/src/components';
import type { ProtocolReader } from '../../../../shared/src/api/types';
import { dayOf, sayDay } from '../../../../shared/src/core/local-day';
import type { TeamScope } from '../../shell/meeting-api';
import { Loading } from '../LoadFault';
import { useMeetingApi, useTogetherTexts } from './use-together';

const SCOPES: readonly TeamScope[] = ['team', 'all'];

/** Who has read the version in force; those who have not stand first. */
export function ProtocolReaders() {
  const t = useTogetherTexts();
  const api = useMeetingApi();
  const [scope, setScope] = useState<TeamScope>('team');
  const ask = useCallback(() => api.readers(scope), [api, scope]);
  const readers = useLoaded(ask);
  const all = readers.value?.items ?? [];
  const read = all.filter(({ readAt }) => readAt !== null);
  return (
    <>
      <div className="aw-row">
        <ChipsField
          label={t.scope}
          choices={SCOPES.map((value) => ({ value, label: t.scopes[value] }))}
          value={scope}
          onChange={setScope}
        />
      </div>
      <Loading of={readers} />
      {readers.value === null ? null : (
        <>
          <p className="utrecht-paragraph">{t.readers.intro(read.length, all.length)}</p>
          <Group
            title={t.readers.unread}
            none={t.readers.nobody}
            readers={all.filter(({ readAt }) => readAt === null)}
          />
          <Group title={t.readers.read} none={t.readers.none} readers={read} />
        </>
      )}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly none: string;
  readonly readers: readonly ProtocolReader[];
}

function Group({ title, none, readers }: GroupProps) {
  const t = useTogetherTexts().readers;
  const { language } = useLanguage();
  const told = ({ readAt, before }: ProtocolReader): string => {
    if (readAt !== null) return sayDay(dayOf(Date.parse(readAt)), language, 'long');
    return before === null ? t.never : t.before(before);
  };
  return (
    <section className="aw-together__group">
      <Heading level={2}>
        {title} ({readers.length})
      </Heading>
      {readers.length === 0 ? <p className="utrecht-paragraph aw-quiet">{none}</p> : null}
      <ul className="aw-together__list">
        {readers.map((reader) => (
          <li key={reader.personId} className="aw-together__line">
            <strong>{reader.name}</strong>
            <span>{reader.teamName}</span>
            <span className="aw-quiet">{told(reader)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
