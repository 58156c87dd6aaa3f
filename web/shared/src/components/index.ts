export { Alert, type AlertTone } from './alert/Alert';
export { Announcer } from './announcer/Announcer';
export { useAnnounce } from './announcer/announcer-context';
export { Button, type ButtonLook } from './button/Button';
export { Dialog } from './dialog/Dialog';
export {
  CheckField,
  ChipsField,
  SelectField,
  SwitchField,
  TextField,
  type Choice,
} from './field/Field';
export { TextArea } from './field/TextArea';
export { Heading } from './heading/Heading';
export { LanguageProvider, LanguageSwitch } from './language-switch/LanguageSwitch';
export { useLanguage, useSharedText } from './language-switch/language-context';
export { NotLoaded } from './loaded/NotLoaded';
export { both, ofNow, useEvery, useLoaded, useSettled, type Loaded } from './loaded/use-loaded';
export { MarkdownText } from './markdown/Markdown';
export { StatusBanner, type StatusTone } from './status-banner/StatusBanner';
