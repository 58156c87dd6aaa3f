/** Lets one piece of work of this name run at a time, over page and service worker together. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The lock of the browser; where it has none, sending twice does no harm, since the key is the same. */
export const browserLock: Lock = async (name, work) =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();

/** A lock within one program, for tests. */
export function localLock(): Lock {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };
}
