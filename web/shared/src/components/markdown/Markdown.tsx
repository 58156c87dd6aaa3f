import Markdown from 'react-markdown';
import { partsOf } from '../../core/protocol';
import type { ReactNode } from 'react';
import './markdown.css';

/** HTML stays text, and nothing is fetched from elsewhere. */
const ALLOWED = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'a',
  'blockquote',
  'code',
  'hr',
  'br',
];

interface MarkdownTextProps {
  readonly words: string;
  /** What stands where a line names a scenario card; null leaves the line out. */
  readonly card?: (code: string) => ReactNode;
}

/** Words in Markdown, with scenario cards in their place. */
export function MarkdownText({ words, card }: MarkdownTextProps) {
  return (
    <div className="aw-markdown">
      {partsOf(words).map((part, at) =>
        part.kind === 'words' ? (
          <Markdown key={at} allowedElements={ALLOWED} unwrapDisallowed>
            {part.words}
          </Markdown>
        ) : (
          <div key={at}>{card?.(part.code) ?? null}</div>
        ),
      )}
    </div>
  );
}
