import type { ApiAnswer } from '../../../shared/src/api/answer';
import type { Api } from '../../../shared/src/api/client';
import { allPages, idOf, type Whole } from '../../../shared/src/api/pages';
import { signalSchema, taskSchema, tasksSchema } from '../../../shared/src/api/parse-tasks';
import type { NewTask, Signal, Task, Tasks } from '../../../shared/src/api/types';

export type TaskScope = 'mine' | 'team' | 'all';

/** What can be done to a task; each act is a sub-resource of it. */
export type TaskAct =
  | { readonly kind: 'completions'; readonly answer: string }
  | { readonly kind: 'drops'; readonly reason: string }
  | { readonly kind: 'postponements'; readonly dueAt: string; readonly reason: string }
  | { readonly kind: 'hand-overs'; readonly personId: string };

/** Everything the pages about tasks ask of the server. */
export interface TaskApi {
  tasks(scope: TaskScope): Promise<ApiAnswer<Whole<Tasks>>>;
  task(id: string): Promise<ApiAnswer<Task>>;
  signal(id: string): Promise<ApiAnswer<Signal>>;
  add(task: NewTask): Promise<ApiAnswer<Task>>;
  act(id: string, act: TaskAct): Promise<ApiAnswer<Task>>;
}

export function taskApi(api: Api): TaskApi {
  const get = { method: 'GET' } as const;
  const post = { method: 'POST', schema: taskSchema } as const;
  return {
    tasks: (scope) => allPages(api, `/tasks?scope=${scope}`, tasksSchema, idOf),
    task: (id) => api.call({ ...get, path: `/tasks/${id}`, schema: taskSchema }),
    signal: (id) => api.call({ ...get, path: `/signals/${id}`, schema: signalSchema }),
    add: (task) => api.call({ ...post, path: '/tasks', body: task }),
    act: (id, { kind, ...body }) => api.call({ ...post, path: `/tasks/${id}/${kind}`, body }),
  };
}
