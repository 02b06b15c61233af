/** The door of exports/: what people take away beside the domain XML and the command line. */
export { type GuestMount, guestMounts } from '../guest/index.ts'
export { type ExplainedCommand, explainCommand } from './explain.ts'
export { type IdmapSegment, type IdmapSegments, idmapSegments } from './idmap-segments.ts'
export { madeFunction, madeList, withThoseAround } from './script/made-list.ts'
export { howToInstall, installCommands } from './script/packages.ts'
export { needFreeSocket } from './script/shell-functions.ts'
export { renderShell, type ShellScript } from './script/shell-script.ts'
export { renderCommand } from './short-command.ts'
