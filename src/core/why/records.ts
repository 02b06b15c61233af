/** A pasted text as the messages that it holds, each one in one piece again. */
import { type Squeezed, squeeze } from './message-pattern.ts'

/** What one program said at one time. */
export interface ErrorRecord {
  /** As it was pasted, but for colours and the signs of mail; lines that were broken are still so. */
  readonly text: string
  readonly squeezed: Squeezed
}

/** Longer texts are whole journals: the end of one says why it ended. */
export const mostOfText = 128 * 1024

/** So many messages of a journal, from its end. */
const mostRecords = 500

/** Takes a text apart where a program begins to speak. */
export function errorRecords(text: string): ErrorRecord[] {
  const plain = text.slice(-mostOfText).replaceAll(colours, '').replaceAll('\r\n', '\n')
  const groups: string[][] = []
  let isOpen = false
  for (const line of plain.split('\n').map(unquoted)) {
    if (line.trim() === '') {
      isOpen = false
      continue
    }
    const held = groups.at(-1)
    if (held !== undefined && isOpen && !beginsRecord(line)) held.push(line)
    else groups.push([line])
    isOpen = true
  }
  return groups.slice(-mostRecords).map((lines) => {
    const joined = lines.join('\n')
    return { text: joined, squeezed: squeeze(joined) }
  })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour with ESC, which comes along in a paste
const colours = /\u001B\[[0-9;]*[A-Za-z]/g

/** Mail puts `>` in front of lines, chats put `|`. */
function unquoted(line: string): string {
  return line.replace(/^(?:[>|│] ?)+/u, '')
}

/** What stands before a message, from outside to inside; each may be there. */
const prefixes: readonly RegExp[] = [
  // A prompt or a page: virt-manager’s “Error starting domain: …”.
  /^(?:Error|error|ERROR)\b(?: [a-z]{1,20}){0,4} ?: ?/,
  // journalctl, dmesg -T, libvirt’s log and QEMU’s times.
  /^[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \S{1,80} [\w./@-]{1,60}(?:\[\d{1,10}\])?: ?/,
  /^\[[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}\] ?/,
  /^\[ {0,8}\d{1,8}\.\d{1,9}\] ?/,
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:[+-]\d\d:?\d\d|Z)?:? ?/,
  /^\d{1,10}: (?:error|warning|info|debug) : \w{1,80}:\d{1,6} : /,
  // Whoever speaks.
  /^(?:virsh|libvirtd|virtqemud|libvirt|virt-manager|virt-install|kernel|passt|swtpm|virtiofsd|qemu-system-[a-z0-9_]{1,20}|qemu-kvm|qemu-img|kvm)(?:\[\d{1,10}\])?: ?/,
  /^\/[\w./-]{1,80}\/qemu-(?:system-)?[a-z0-9_]{1,20}: ?/,
  /^libvirt\.libvirtError: ?/,
  /^libvirt: [\w ]{1,40} error ?: ?/,
  // libvirt’s kinds of errors (virErrorMsg).
  /^(?:internal error|XML error|unsupported configuration|operation failed|invalid argument|Requested operation is not valid|Operation not supported|argument unsupported|configuration file syntax error|Cannot recv data|authentication failed|Unable to complete install): ?/,
  /^(?:QEMU|qemu) unexpectedly closed the monitor(?: \(vm='[^']{0,80}'\))?: ?/,
  /^process exited while connecting to monitor: ?/,
]

/** True for a line with which somebody begins to speak. */
export function beginsRecord(line: string): boolean {
  const start = line.trimStart().slice(0, 200)
  return (
    start.startsWith('Traceback (most recent call last)') || prefixes.some((prefix) => prefix.test(start))
  )
}

/** Nobody reads more of a message. */
const mostOfMessage = 2000

/** The message itself, without who said it and when; one line. */
export function messageItself(record: ErrorRecord): string {
  let message = record.text.slice(0, mostOfMessage).replaceAll(/\s+/g, ' ').trim()
  for (let changed = true; changed; ) {
    const before = message
    for (const prefix of prefixes) message = message.replace(prefix, '')
    changed = message !== before && message !== ''
  }
  return message
}
