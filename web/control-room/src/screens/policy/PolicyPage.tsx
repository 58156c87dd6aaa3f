import { useEffect, useRef, useState } from 'react';
import { Alert, Button, Heading, useAnnounce } from '../../../../shared/src/components';
import type { PolicyDraft } from '../../../../shared/src/api/types';
import { mayMakePolicy } from '../../core/rights';
import { LoadFault, Loading } from '../LoadFault';
import { useSeat, useTexts } from '../room-context';
import type { DmnEditor } from './dmn-editor';
import { Faults } from './Faults';
import { ForceDialog } from './ForceDialog';
import { TrialResult } from './TrialResult';
import { VersionList } from './VersionList';
import { dayAndTime } from './say-moment';
import { usePolicy, usePolicyWords, type Policy, type PolicyDesk } from './use-policy';
import './policy.css';

const TABLES = ['weights', 'risk-class', 'measures', 'watch'] as const;
type TableId = (typeof TABLES)[number];

/** The policy: read it, change a cell, see what that would mean, put it into force. */
export function PolicyPage() {
  const t = useTexts();
  const words = usePolicyWords();
  const { me } = useSeat();
  if (!mayMakePolicy(me.roles)) {
    return <p className="utrecht-paragraph">{t.faults.notAllowed}</p>;
  }
  return (
    <div className="aw-policy aw-stack">
      <Heading level={1}>{words.title}</Heading>
      <p className="utrecht-paragraph">{words.intro}</p>
      <Workbench />
    </div>
  );
}

function Workbench() {
  const policy = usePolicy();
  const { known, trial } = policy;
  if (known.value === null) return <Loading of={known} />;
  const { draft, versions, reading } = known.value;
  return (
    <>
      <LoadFault of={known} />
      <Standing versions={versions} draft={draft} />
      <Editing key={reading} policy={policy} draft={draft} />
      {trial === null ? null : <TrialResult trial={trial} />}
      <VersionList versions={versions} />
    </>
  );
}

function Standing({ versions, draft }: Pick<Policy, 'versions' | 'draft'>) {
  const words = usePolicyWords();
  const inForce = versions.find((version) => version.inForce);
  return (
    <p className="utrecht-paragraph">
      {inForce === undefined ? null : <strong>{words.inForce(inForce.number)}</strong>}{' '}
      {draft.savedAt === null
        ? words.noDraft
        : words.draft(draft.savedByName ?? '', dayAndTime(draft.savedAt))}
    </p>
  );
}

function Editing({ policy, draft }: { policy: PolicyDesk; draft: PolicyDraft }) {
  const words = usePolicyWords();
  const announce = useAnnounce();
  const [table, setTable] = useState<TableId>('measures');
  const [forcing, setForcing] = useState<PolicyDraft | null>(null);
  const [unchanged, setUnchanged] = useState(false);
  const { place, changed, ready } = useEditor(draft.dmn, table);

  /** The draft as it stands on the server after this; null when it could not be saved. */
  const saveIfChanged = async (): Promise<PolicyDraft | null> => {
    setUnchanged(false);
    const edited = await changed();
    if (edited === null) return draft;
    const saved = await policy.save(edited.xml);
    if (saved !== null) edited.saved();
    return saved;
  };
  const save = async (): Promise<void> => {
    if ((await saveIfChanged()) !== null) announce(words.saved);
  };
  const tryOut = async (): Promise<void> => {
    if ((await saveIfChanged()) !== null) await policy.tryOut();
  };
  const force = async (): Promise<void> => {
    const saved = await saveIfChanged();
    if (saved === null) return;
    if (saved.revision === 0) setUnchanged(true);
    else setForcing(saved);
  };

  return (
    <>
      <div className="aw-policy__tables" role="group" aria-label={words.tables}>
        {TABLES.map((id) => (
          <Button
            key={id}
            look={id === table ? 'primary' : 'secondary'}
            aria-pressed={id === table}
            onClick={() => setTable(id)}
          >
            {words.table[id]}
          </Button>
        ))}
      </div>
      {ready ? null : <p className="utrecht-paragraph">{words.opening}</p>}
      <div ref={place} className="aw-policy__editor" />
      {policy.faults.length === 0 ? null : <Faults faults={policy.faults} title={words.faults} />}
      {unchanged ? <Alert tone="info">{words.nothingChanged}</Alert> : null}
      <div className="aw-row">
        <Button look="primary" busy={policy.busy} onClick={() => void save()}>
          {words.save}
        </Button>
        <Button busy={policy.busy} onClick={() => void tryOut()}>
          {words.tryOut}
        </Button>
        <Button busy={policy.busy} onClick={() => void force()}>
          {words.putIntoForce}
        </Button>
        {draft.revision === 0 ? null : (
          <Button look="quiet" busy={policy.busy} onClick={() => void policy.discard()}>
            {words.discard}
          </Button>
        )}
      </div>
      {forcing === null ? null : (
        <ForceDialog
          busy={policy.busy}
          faults={policy.faults}
          onClose={() => setForcing(null)}
          onForce={async (note) => {
            const version = await policy.putIntoForce(forcing, note);
            if (version !== null) announce(words.force.done(version.number));
          }}
        />
      )}
    </>
  );
}

/** Opens the editor once, on the tables as they were; it is loaded only here. */
function useEditor(dmn: string, table: TableId) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<DmnEditor | null>(null);
  const savedXml = useRef<string | null>(null);
  const first = useRef({ dmn, table });
  const [ready, setReady] = useState(false);

  useEffect(() => {
    let wanted = true;
    const open = async (container: HTMLElement): Promise<void> => {
      const { openDmnEditor } = await import('./dmn-editor');
      const opened = await openDmnEditor(container, first.current.dmn, first.current.table);
      if (!wanted) {
        opened.close();
        return;
      }
      // The editor writes the same tables in its own layout: that is what "unchanged" means.
      savedXml.current = await opened.xml();
      editor.current = opened;
      setReady(true);
    };
    if (place.current !== null) void open(place.current);
    return () => {
      wanted = false;
      editor.current?.close();
      editor.current = null;
    };
  }, []);

  useEffect(() => {
    if (ready) void editor.current?.show(table);
  }, [ready, table]);

  /** What was edited since it was saved last; null when nothing was. */
  const changed = async (): Promise<Edited | null> => {
    const xml = await editor.current?.xml();
    return xml === undefined || xml === savedXml.current
      ? null
      : { xml, saved: () => void (savedXml.current = xml) };
  };
  return { place, changed, ready };
}

interface Edited {
  readonly xml: string;
  /** To be told when it was. */
  readonly saved: () => void;
}
