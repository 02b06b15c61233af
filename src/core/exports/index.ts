/** The door of exports/: what people take away beside the domain XML and the command line. */
export { type ExplainedCommand, explainCommand } from './explain.ts'
export { escapeUnitPath, type GuestMount, guestMounts } from './guest-mount.ts'
export { type IdmapSegment, type IdmapSegments, idmapSegments } from './idmap-segments.ts'
export { renderShell, type ShellScript } from './script/shell-script.ts'
