import { useText } from './app-context';
import './together.css';

const TABS = ['protocol', 'agreements', 'meetings'] as const;

/** From the protocol to what the team agreed and when it meets. */
export function TogetherTabs({ current }: { readonly current: (typeof TABS)[number] }) {
  const text = useText().together;
  const labels = { protocol: text.title, agreements: text.agreements, meetings: text.meetings };
  return (
    <nav className="aw-protocol__tabs" aria-label={text.toHere}>
      {TABS.map((tab) => (
        <a
          key={tab}
          className="aw-header__tab"
          href={`#/${tab}`}
          aria-current={tab === current ? 'page' : undefined}
        >
          {labels[tab]}
        </a>
      ))}
    </nav>
  );
}
