import type { PolicyVersion } from '../../../../shared/src/api/types';
import { dayAndTime } from './say-moment';
import { usePolicyWords } from './use-policy';

/** Every version that is or was in force, with who and why. */
export function VersionList({ versions }: { readonly versions: readonly PolicyVersion[] }) {
  const words = usePolicyWords();
  return (
    <table className="aw-policy__numbers">
      <caption>{words.versions.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.versions.version}</th>
          <th scope="col">{words.versions.since}</th>
          <th scope="col">{words.versions.by}</th>
          <th scope="col">{words.versions.note}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ number, inForce, inForceAt, putByName, note }) => (
          <tr key={number}>
            <th scope="row">
              {number}
              {inForce ? ` (${words.versions.now})` : ''}
            </th>
            <td>{inForceAt === null ? '–' : dayAndTime(inForceAt)}</td>
            <td>{putByName ?? '–'}</td>
            <td>{note ?? words.versions.standard}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
