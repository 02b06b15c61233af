import { memo, type ReactNode } from 'react'
import './icon.css'

/** Shapes on a 16 × 16 grid, drawn with a 1.4 stroke in the colour of the text around them. */
const shapes = {
  copy: <path d="M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3" />,
  download: <path d="M8 2.5v7.5M4.75 7 8 10.25 11.25 7M2.5 13.5h11" />,
  upload: <path d="M8 10.5V3M4.75 6 8 2.75 11.25 6M2.5 13.5h11" />,
  share: <path d="M8 9.5V2.5M5.25 5 8 2.25 10.75 5M5 7.5H3.5v6h9v-6H11" />,
  undo: <path d="M5.5 2.75 2.5 5.75l3 3M2.75 5.75H9.5a3.75 3.75 0 0 1 0 7.5H6" />,
  redo: <path d="m10.5 2.75 3 3-3 3M13.25 5.75H6.5a3.75 3.75 0 0 0 0 7.5H10" />,
  reset: <path d="M3 8a5 5 0 1 0 1.5-3.55M3 2.75V5.5h2.75" />,
  search: <path d="M7 11.75a4.75 4.75 0 1 0 0-9.5 4.75 4.75 0 0 0 0 9.5ZM10.5 10.5l3.25 3.25" />,
  close: <path d="m3.75 3.75 8.5 8.5M12.25 3.75l-8.5 8.5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  trash: <path d="M2.5 4.25h11M6 4V2.5h4V4M4 4.5l.6 9h6.8l.6-9M6.75 7v4M9.25 7v4" />,
  'chevron-right': <path d="m6 3.5 4.5 4.5L6 12.5" />,
  'chevron-left': <path d="M10 3.5 5.5 8l4.5 4.5" />,
  'chevron-down': <path d="M3.5 6 8 10.5 12.5 6" />,
  'chevron-up': <path d="M3.5 10 8 5.5l4.5 4.5" />,
  up: <path d="M8 13V3M4 7l4-4 4 4" />,
  down: <path d="M8 3v10M4 9l4 4 4-4" />,
  warning: <path d="M8 2.25 14.5 13.5h-13L8 2.25ZM8 6.5v3.25M8 11.4v.6" />,
  error: <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5L5.5 2ZM8 4.75v4M8 10.6v.65" />,
  info: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.25v4M8 4.75v.65" />,
  check: <path d="m3 8.5 3.25 3.25L13 4.75" />,
  cpu: (
    <path d="M4 4h8v8H4zM6.5 6.5h3v3h-3zM6 4V1.75M10 4V1.75M6 14.25V12M10 14.25V12M4 6H1.75M4 10H1.75M14.25 6H12M14.25 10H12" />
  ),
  memory: (
    <path d="M1.75 4.5h12.5v6H1.75zM4.25 6.5v2M6.75 6.5v2M9.25 6.5v2M11.75 6.5v2M3.5 10.5v2M6.5 10.5v2M9.5 10.5v2M12.5 10.5v2" />
  ),
  disk: (
    <path d="M8 6c3.3 0 5.5-.9 5.5-2S11.3 2 8 2s-5.5.9-5.5 2S4.7 6 8 6ZM2.5 4v8c0 1.1 2.2 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.2 2 5.5 2s5.5-.9 5.5-2" />
  ),
  network: <path d="M6 2h4v3.5H6zM1.75 10.5h4V14h-4zM10.25 10.5h4V14h-4zM8 5.5V8M3.75 10.5V8h8.5v2.5" />,
  display: <path d="M1.75 2.75h12.5v8H1.75zM5.25 13.5h5.5M8 10.75v2.75" />,
  'share-folder': <path d="M1.75 13V3h4.5l1.5 2h6.5v8H1.75ZM5.5 9h5M8.75 7.25 10.5 9l-1.75 1.75" />,
  pci: (
    <path d="M2 2.5v12M2 4.5h12v6.25H2M4.5 10.75v1.75M6.5 10.75v1.75M8.5 10.75v1.75M9 7.6a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 0 0-3.2 0M4.25 7h2.5" />
  ),
  usb: (
    <path d="M8 14V2.5M6.5 4 8 2l1.5 2M8 11.5 4.5 9.25V7M8 9.75l3.5-2V5.5M3.5 5.5h2v2h-2zM10.5 4h2v2h-2zM7 13.25h2" />
  ),
  channel: <path d="M1.75 5.5h9.5M9 3l2.5 2.5L9 8M14.25 10.5h-9.5M7 8l-2.5 2.5L7 13" />,
  shield: (
    <path d="M8 1.75 13.25 3.5v4.25c0 3.25-2.2 5.4-5.25 6.5-3.05-1.1-5.25-3.25-5.25-6.5V3.5L8 1.75ZM5.5 8l1.9 1.9 3.2-3.6" />
  ),
  sliders: <path d="M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M9 3h3v3H9zM4 10h3v3H4z" />,
  code: <path d="M5 4 1.5 8 5 12M11 4l3.5 4-3.5 4M9.25 2.5l-2.5 11" />,
  firmware: (
    <path d="M4.75 1.75h6.5v12.5h-6.5zM4.75 4H2.5M4.75 8H2.5M4.75 12H2.5M13.5 4h-2.25M13.5 8h-2.25M13.5 12h-2.25M7 4.25h2" />
  ),
  source: <path d="M8 1.75 13.5 4.5v7L8 14.25 2.5 11.5v-7L8 1.75ZM2.75 4.6 8 7.25l5.25-2.65M8 7.25v7" />,
  list: <path d="M5.5 3.5h8.5M5.5 8h8.5M5.5 12.5h8.5M2 3.5h1M2 8h1M2 12.5h1" />,
  sun: (
    <path d="M8 10.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9" />
  ),
  moon: <path d="M13.25 9.75A5.75 5.75 0 0 1 6.25 2.75a5.75 5.75 0 1 0 7 7Z" />,
  link: (
    <path d="M6.75 9.25 9.25 6.75M7 4.75l1.6-1.6a3 3 0 0 1 4.25 4.25L11.25 9M9 11.25l-1.6 1.6A3 3 0 0 1 3.15 8.6L4.75 7" />
  ),
  'drag-handle': <path d="M6 3.5v.01M10 3.5v.01M6 8v.01M10 8v.01M6 12.5v.01M10 12.5v.01" strokeWidth="2" />,
  more: <path d="M3.5 8v.01M8 8v.01M12.5 8v.01" strokeWidth="2" />,
  user: <path d="M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14c.3-2.6 2.4-4.25 5.5-4.25S13.2 11.4 13.5 14" />,
  key: <path d="M5 13.25a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM7.1 8.15 13.25 2M10.5 4.75 13 7.25" />,
  sound: <path d="M2 6v4h2.5L8 13V3L4.5 6H2ZM10.5 6a3 3 0 0 1 0 4M12.25 4a5.75 5.75 0 0 1 0 8" />,
  input: <path d="M1.75 4h12.5v8H1.75zM4.25 6.5h.5M7.75 6.5h.5M11.25 6.5h.5M5 9.5h6" />,
  pencil: <path d="m2.75 13.25.75-3.25 7.5-7.5 2.5 2.5-7.5 7.5-3.25.75ZM9.25 4.25l2.5 2.5" />,
  file: <path d="M3.5 1.75h6l3 3v9.5h-9V1.75ZM9.25 2v3h3" />,
  terminal: <path d="M1.75 2.75h12.5v10.5H1.75zM4.25 6l2 2-2 2M8 10.25h3.5" />,
  clock: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.75V8l2.25 1.75" />,
  fix: (
    <path d="M9.75 6.25 2.5 13.5M12.25 1.75l.6 1.65 1.65.6-1.65.6-.6 1.65-.6-1.65-1.65-.6 1.65-.6.6-1.65ZM5 2.5l.45 1.05L6.5 4l-1.05.45L5 5.5l-.45-1.05L3.5 4l1.05-.45L5 2.5Z" />
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof shapes

export interface IconProps {
  readonly name: IconName
  /** Edge in pixels; 16 when left out. */
  readonly size?: number | undefined
  /** Said to a screen reader; without it the icon is decoration. */
  readonly label?: string | undefined
}

/** An inline SVG icon. */
export const Icon = memo(function Icon({ name, size = 16, label }: IconProps) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      {shapes[name]}
    </svg>
  )
})
