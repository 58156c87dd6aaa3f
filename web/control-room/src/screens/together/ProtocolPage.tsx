import { Heading } from '../../../../shared/src/components';
import { mayAnswerForOthers, mayMakePolicy } from '../../core/rights';
import { hashOf, PROTOCOL_PARTS, type ProtocolPart } from '../../core/route';
import { useSeat } from '../room-context';
import { useTitle } from '../use-title';
import { ProtocolEditor } from './ProtocolEditor';
import { ProtocolReaders } from './ProtocolReaders';
import { ProtocolReading } from './ProtocolReading';
import { ProtocolVersions } from './ProtocolVersions';
import { TogetherNav } from './TogetherNav';
import { useTogetherTexts } from './use-together';

/** The protocol: to read, to write, its versions, and who has read it. */
export function ProtocolPage({ part }: { readonly part: ProtocolPart }) {
  const t = useTogetherTexts();
  const { me } = useSeat();
  useTitle(t.protocol.title);
  const parts = PROTOCOL_PARTS.filter(
    (one) =>
      one === 'read' || (one === 'edit' ? mayMakePolicy(me.roles) : mayAnswerForOthers(me.roles)),
  );
  const shown = parts.includes(part) ? part : 'read';
  return (
    <div className="aw-together">
      <TogetherNav current="protocol" />
      <Heading level={1} focusOnShow>
        {t.protocol.title}
      </Heading>
      {parts.length === 1 ? null : (
        <nav className="aw-together__parts" aria-label={t.protocol.part}>
          {parts.map((one) => (
            <a
              key={one}
              className="aw-together__part"
              href={hashOf({ page: 'protocol', part: one })}
              aria-current={one === shown ? 'true' : undefined}
            >
              {t.protocol.partNames[one]}
            </a>
          ))}
        </nav>
      )}
      {shown === 'read' ? <ProtocolReading /> : null}
      {shown === 'edit' ? <ProtocolEditor /> : null}
      {shown === 'versions' ? <ProtocolVersions /> : null}
      {shown === 'readers' ? <ProtocolReaders /> : null}
    </div>
  );
}
