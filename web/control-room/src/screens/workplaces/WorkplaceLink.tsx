import { useCallback } from 'react';
import { hashOf } from '../../core/route';
import { LoadFault } from '../LoadFault';
import { useLoaded } from '../../../../shared/src/components';
import { useWorkplaceApi } from './use-workplaces';

interface WorkplaceLinkProps {
  /** What a task is about: a workplace, one of its measures, or something else. */
  readonly subjectId: string;
  readonly words: (name: string) => string;
}

/** The way to a workplace; nothing when the subject has none. */
export function WorkplaceLink({ subjectId, words }: WorkplaceLinkProps) {
  const api = useWorkplaceApi();
  const found = useLoaded(useCallback(() => api.about(subjectId), [api, subjectId]));
  const one = found.value?.items[0];
  return one === undefined ? (
    <LoadFault of={found} />
  ) : (
    <a href={hashOf({ page: 'workplace', workplaceId: one.id })}>{words(one.name)}</a>
  );
}
