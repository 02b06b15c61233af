/**
 * Rock Ridge (RRIP 1.10) on the System Use Sharing Protocol (SUSP 1.10): the names, modes and owners of POSIX in the
 * primary tree. Everything belongs to root.
 */
import { utf8Encode } from '../text/index.ts'
import { ascii, bothEndian } from './bytes.ts'
import { recordDate } from './sector.ts'

/** Types and modes of POSIX: drwxr-xr-x and -rw-r--r--. */
const directoryMode = 0o040755
const fileMode = 0o100644

/** Which entries a record has (RRIP 1.10, RR). */
const saysMode = 0x01
const saysName = 0x08
const saysTimes = 0x80

/** The entries of a file. */
export function fileEntries(name: string): number[] {
  return [
    ...present(saysMode | saysName | saysTimes),
    ...posix(fileMode, 1),
    ...times(),
    ...entry('NM', [0, ...utf8Encode(name)]),
  ]
}

/**
 * The entries of the record that the root has of itself: only that one says that SUSP is spoken (SP), and where the
 * rest is (CE), as what names the protocol (ER) is longer than the record may be.
 */
export function rootEntries(continuationSector: number): number[] {
  const continuation = [
    ...bothEndian(continuationSector, 4),
    ...bothEndian(0, 4),
    ...bothEndian(extensionReference().length, 4),
  ]
  return [...entry('SP', [0xbe, 0xef, 0]), ...parentEntries(), ...entry('CE', continuation)]
}

/** The entries of the record of the directory above. */
export function parentEntries(): number[] {
  return [...present(saysMode | saysTimes), ...posix(directoryMode, 2), ...times()]
}

/** What the continuation sector holds: the name of the protocol, word for word (RRIP 1.10, ER). */
export function extensionReference(): number[] {
  const identifier = 'RRIP_1991A'
  const descriptor = 'THE ROCK RIDGE INTERCHANGE PROTOCOL PROVIDES SUPPORT FOR POSIX FILE SYSTEM SEMANTICS'
  const source =
    'PLEASE CONTACT DISC PUBLISHER FOR SPECIFICATION SOURCE.  SEE PUBLISHER IDENTIFIER IN PRIMARY VOLUME DESCRIPTOR FOR CONTACT INFORMATION.'
  return entry('ER', [
    identifier.length,
    descriptor.length,
    source.length,
    1,
    ...ascii(identifier + descriptor + source),
  ])
}

function present(flags: number): number[] {
  return entry('RR', [flags])
}

/** Mode, links, user and group. */
function posix(mode: number, links: number): number[] {
  return entry(
    'PX',
    [mode, links, 0, 0].flatMap((value) => bothEndian(value, 4)),
  )
}

/** When it was modified, read and changed, as flags 2, 4 and 8 say. */
function times(): number[] {
  return entry('TF', [0x0e, ...recordDate, ...recordDate, ...recordDate])
}

/** Signature, length and version of a System Use Entry (SUSP 4.1). */
function entry(signature: string, data: readonly number[]): number[] {
  return [...ascii(signature), data.length + 4, 1, ...data]
}
