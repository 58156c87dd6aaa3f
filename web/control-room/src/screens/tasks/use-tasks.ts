import { useCallback, useMemo } from 'react';
import type { Signal, Task } from '../../../../shared/src/api/types';
import { useLanguage, useLoaded, type Loaded } from '../../../../shared/src/components';
import { taskApi, type TaskAct, type TaskApi } from '../../shell/task-api';
import { taskTexts, type TaskTexts } from '../../text/tasks';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';

export function useTaskTexts(): TaskTexts {
  return taskTexts[useLanguage().language];
}

export function useTaskApi(): TaskApi {
  const { api } = useSeat();
  return useMemo(() => taskApi(api), [api]);
}

export interface OneTask {
  readonly task: Loaded<Task>;
  /** What it is about, when that is a signal. */
  readonly signal: Loaded<Signal>;
  /** Null when it was done; else what went wrong. */
  readonly act: (act: TaskAct) => Promise<string | null>;
}

/** One task, with the signal that it is about. */
export function useTask(taskId: string): OneTask {
  const api = useTaskApi();
  const texts = useTexts();
  const task = useLoaded(useCallback(() => api.task(taskId), [api, taskId]));
  const signalId = task.value?.kind === 'signal' ? task.value.subjectId : null;
  const signal = useLoaded(
    useMemo(() => (signalId === null ? null : () => api.signal(signalId)), [api, signalId]),
  );
  return {
    task,
    signal,
    act: async (act) => {
      const done = await api.act(taskId, act);
      if (done.kind !== 'ok') return faultText(done, texts);
      task.set(done.value);
      return null;
    },
  };
}
