import type { BothLanguages } from '../../../../shared/src/api/types';

interface BothWordsProps {
  readonly words: BothLanguages;
  readonly isTitle?: boolean;
}

/** The same words in both languages, as the phone shows the one or the other. */
export function BothWords({ words, isTitle = false }: BothWordsProps) {
  return (
    <div className={isTitle ? 'aw-rules__both aw-rules__both--title' : 'aw-rules__both'}>
      <p className="utrecht-paragraph" lang="nl">
        {words.nl}
      </p>
      <p className="utrecht-paragraph aw-quiet" lang="en">
        {words.en}
      </p>
    </div>
  );
}
