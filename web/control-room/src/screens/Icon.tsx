import './icon.css';

export type IconName =
  | 'running'
  | 'overdue'
  | 'alarm'
  | 'planned'
  | 'silent'
  | 'drill'
  | 'taken'
  | 'offered'
  | 'not-heard'
  | 'risk'
  | 'sound'
  | 'sound-off'
  | 'phone'
  | 'check';

/** Always beside words, so hidden from screen readers. Shape, not only colour, tells them apart. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="aw-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}

const SHAPES: Readonly<Record<IconName, React.ReactNode>> = {
  running: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12 3 3 5-6" />
    </>
  ),
  overdue: (
    <>
      <path d="M12 3 2.500 20h19z" />
      <path d="M12 10v4M12 17v.5" />
    </>
  ),
  alarm: (
    <>
      <path d="M6 17V11a6 6 0 0 1 12 0v6l1.500 2h-15zM10 21h4M12 2v3M3 8l2 1M21 8l-2 1" />
    </>
  ),
  planned: (
    <>
      <rect x="3.500" y="5" width="17" height="15" rx="2" />
      <path d="M3.500 10h17M8 3v4M16 3v4" />
    </>
  ),
  silent: (
    <>
      <path d="M6 17V11a6 6 0 0 1 12 0v6l1.500 2h-15zM10 21h4M3 3l18 18" />
    </>
  ),
  drill: (
    <>
      <rect x="3" y="3" width="18" height="18" rx="9" />
      <circle cx="12" cy="12" r="4.500" />
    </>
  ),
  taken: (
    <>
      <circle cx="10" cy="8" r="4" />
      <path d="M3 20c0-4 3-6 7-6M14 17l3 3 5-6" />
    </>
  ),
  offered: <path d="M4 12h14M13 6l6 6-6 6" />,
  'not-heard': (
    <>
      <path d="M4 20h2v-4H4zM10 20h2v-8h-2zM16 20h2V8h-2zM3 3l18 18" />
    </>
  ),
  risk: (
    <path d="M12 2.500 4 6v6c0 5 3.500 8 8 9.500 4.500-1.500 8-4.500 8-9.500V6zM12 8v5M12 16v.5" />
  ),
  sound: <path d="M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11" />,
  'sound-off': <path d="M4 9v6h4l5 4V5L8 9zM16 9l5 6M21 9l-5 6" />,
  phone: (
    <path d="M5 3h4l2 5-2.500 1.500a12 12 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z" />
  ),
  check: <path d="m4 12 6 6L20 6" />,
};
