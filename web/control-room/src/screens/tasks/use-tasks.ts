import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ApiAnswer } from '../../../../shared/src/api/answer';
import type { Whole } from '../../../../shared/src/api/pages';
import type { Signal, Task, Tasks } from '../../../../shared/src/api/types';
import { useLanguage } from '../../../../shared/src/components';
import { taskApi, type TaskAct, type TaskApi, type TaskScope } from '../../shell/task-api';
import { taskTexts, type TaskTexts } from '../../text/tasks';
import { useSeat, useTexts } from '../room-context';
import { faultText } from '../use-act';

const REFRESH_EVERY_MS = 30_000;

export function useTaskTexts(): TaskTexts {
  return taskTexts[useLanguage().language];
}

export function useTaskApi(): TaskApi {
  const { api } = useSeat();
  return useMemo(() => taskApi(api), [api]);
}

export interface TaskList {
  readonly tasks: Whole<Tasks> | null;
  readonly failed: boolean;
  readonly refresh: () => Promise<void>;
}

/** The open tasks, looked at again every half minute. */
export function useTasks(scope: TaskScope): TaskList {
  const api = useTaskApi();
  const [tasks, setTasks] = useState<Whole<Tasks> | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(async (): Promise<void> => {
    const answer = await api.tasks(scope);
    setFailed(answer.kind !== 'ok');
    if (answer.kind === 'ok') setTasks(answer.value);
  }, [api, scope]);
  useEffect(() => {
    const first = setTimeout(() => void refresh(), 0);
    const timer = setInterval(() => void refresh(), REFRESH_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [refresh]);
  return { tasks, failed, refresh };
}

export interface OneTask {
  readonly task: Task | null;
  readonly signal: Signal | null;
  readonly fault: string | null;
  /** Null when it was done; else what went wrong. */
  readonly act: (act: TaskAct) => Promise<string | null>;
}

/** One task, with the signal that it is about. */
export function useTask(taskId: string): OneTask {
  const api = useTaskApi();
  const t = useTaskTexts();
  const texts = useTexts();
  const [task, setTask] = useState<Task | null>(null);
  const [signal, setSignal] = useState<Signal | null>(null);
  const [answer, setAnswer] = useState<ApiAnswer<unknown> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      void api.task(taskId).then((found) => {
        setAnswer(found);
        if (found.kind !== 'ok') return;
        setTask(found.value);
        if (found.value.kind !== 'signal') return;
        void api.signal(found.value.subjectId).then((about) => {
          if (about.kind === 'ok') setSignal(about.value);
        });
      });
    }, 0);
    return () => clearTimeout(timer);
  }, [api, taskId]);
  const isUnknown = answer?.kind === 'problem' && answer.status === 404;
  return {
    task,
    signal,
    fault: answer === null || answer.kind === 'ok' ? null : isUnknown ? t.page.notFound : t.failed,
    act: async (act) => {
      const done = await api.act(taskId, act);
      if (done.kind !== 'ok') return faultText(done, texts);
      setTask(done.value);
      return null;
    },
  };
}
