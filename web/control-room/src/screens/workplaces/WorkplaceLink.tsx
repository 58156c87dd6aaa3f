import { useCallback } from 'react';
import { hashOf } from '../../core/route';
import { useRead, useWorkplaceApi } from './use-workplaces';

interface WorkplaceLinkProps {
  /** What a task is about: a workplace, one of its measures, or something else. */
  readonly subjectId: string;
  readonly words: (name: string) => string;
}

/** The way to a workplace; nothing when the subject has none. */
export function WorkplaceLink({ subjectId, words }: WorkplaceLinkProps) {
  const api = useWorkplaceApi();
  const found = useRead(useCallback(() => api.about(subjectId), [api, subjectId])).value;
  const one = found?.items[0];
  return one === undefined ? null : (
    <a href={hashOf({ page: 'workplace', workplaceId: one.id })}>{words(one.name)}</a>
  );
}
