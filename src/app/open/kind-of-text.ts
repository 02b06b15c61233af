import {
  beginsKubevirt,
  beginsProxmox,
  beginsQemuCommand,
  beginsVirtInstall,
  type DesktopFormat,
  desktopFormat,
  xmlInText,
} from '../core.ts'
import { beginsError } from '../why/begins-error.ts'
import { beginsHostText, isHostXml, isListingJson } from './begins-host-text.ts'
import { beginsSshKey } from './begins-ssh-key.ts'
import { beginsTable } from './begins-table.ts'

/** Formats of others that are read. */
export type OtherFormat = DesktopFormat | 'kubevirt' | 'proxmox' | 'virt-install'

export type KindOfText =
  | OtherFormat
  | 'xml'
  | 'link'
  | 'argv'
  | 'json'
  | 'yaml'
  | 'host'
  | 'ssh-key'
  | 'table'
  | 'error'

/** What a text from elsewhere is, by its beginning. */
export function kindOfText(text: string): KindOfText | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (isLink(start)) return 'link'
  const desktop = desktopFormat(text)
  if (desktop !== undefined) return desktop
  if (/^<(?:[?!]|[A-Za-z_])/.test(start)) return isHostXml(start) ? 'host' : 'xml'
  if (beginsSshKey(start)) return 'ssh-key'
  if (beginsKubevirt(text)) return 'kubevirt'
  if (xmlInText(text) !== undefined) return 'xml'
  if (beginsError(start) && !holdsCommandLine(start)) return 'error'
  if (beginsProxmox(text)) return 'proxmox'
  if (beginsVirtInstall(text)) return 'virt-install'
  if (beginsQemuCommand(text)) return 'argv'
  if (isListingJson(start)) return 'host'
  if (start.startsWith('{')) return 'json'
  if (beginsHostText(start)) return 'host'
  if (beginsTable(start)) return 'table'
  return /^[\w-]+:\s*(?:$|[{[\w'"|>&#])/m.test(start) ? 'yaml' : undefined
}

/** libvirt’s log of a VM has its command line before what went wrong: that is a design. */
function holdsCommandLine(text: string): boolean {
  return /^\d{4}-\d\d-\d\d [\d:.+]{8,20}: starting up/m.test(text.slice(0, 16_384))
}

/** One word: a fragment, or an address with one. */
function isLink(start: string): boolean {
  const word = start.trimEnd()
  return /^(?:https?:\/\/\S|#v\d)/.test(word) && /#v\d+\.\S/.test(word) && !/\s/.test(word)
}
