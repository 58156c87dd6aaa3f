import { NotLoaded, useLanguage, type Loaded } from '../../../shared/src/components';
import { clockTime } from '../../../shared/src/core/clock';
import { dayOf, sayDay } from '../../../shared/src/core/local-day';
import type { Kept } from '../shell/kept';
import { whyNot } from '../text';
import { useText } from './app-context';

interface LoadFaultProps {
  readonly of: Pick<Loaded<unknown>, 'value' | 'failed' | 'again'> & {
    readonly kept?: Kept<unknown> | null;
  };
  /** What is not to be seen now. */
  readonly missing: string;
  /** Said of what was heard before and is still shown, instead of the usual words. */
  readonly stale?: string;
  /** Said when the server does not know it. */
  readonly unknown?: string;
  /** Nobody hears it: beside somebody who threatens, a phone that speaks gives its owner away. */
  readonly quiet?: boolean;
}

/** What was asked for did not come: why, what is shown instead and from when, and the way to ask again. */
export function LoadFault({ of, missing, stale, unknown, quiet = false }: LoadFaultProps) {
  const text = useText();
  const sayKept = useSayKept();
  const { value, failed, kept = null } = of;
  if (failed === null) return null;
  if (unknown !== undefined && isUnknown(of)) {
    return <NotLoaded tone="warning" words={unknown} again={null} />;
  }
  const shown = kept !== null ? sayKept(kept.keptAtMs) : (stale ?? text.load.stale);
  const isShown = value !== null;
  return (
    <NotLoaded
      tone={isShown ? 'info' : 'warning'}
      urgent={!isShown && !quiet}
      words={`${whyNot(text, failed)} ${isShown ? shown : missing}`}
      again={of.again}
    />
  );
}

/** "Dit is wat uw telefoon bewaarde. Zo was het op maandag 23 november om 14:03." */
export function useSayKept(): (keptAtMs: number | null, words?: string) => string {
  const { load } = useText();
  const { language } = useLanguage();
  return (keptAtMs, words = load.kept) => {
    if (keptAtMs === null) return words;
    return `${words} ${load.keptAt(sayDay(dayOf(keptAtMs), language, 'long'), clockTime(keptAtMs))}`;
  };
}

/** The server says that it is not there. */
export function isUnknown({ failed }: Pick<Loaded<unknown>, 'failed'>): boolean {
  return failed?.kind === 'problem' && failed.status === 404;
}

interface LoadingProps extends LoadFaultProps {
  readonly of: LoadFaultProps['of'] & Pick<Loaded<unknown>, 'waiting'>;
  /** Said meanwhile, instead of the usual words. */
  readonly loading?: string;
}

/** While something is asked for, and when it did not come. */
export function Loading({ loading, ...props }: LoadingProps) {
  const { load } = useText();
  return props.of.waiting && props.of.value === null ? (
    <p className="utrecht-paragraph" role="status">
      {loading ?? load.loading}
    </p>
  ) : (
    <LoadFault {...props} />
  );
}
