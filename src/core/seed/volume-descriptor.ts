/** The volume descriptors: what a volume is called, how long it is and where its trees begin (ECMA-119 8). */
import { ascii, bigEndian, bothEndian, littleEndian, ucs2BigEndian } from './bytes.ts'
import { directoryRecord, rootIdentifier } from './directory-records.ts'
import { sectorBytes, unspecifiedVolumeDate, volumeDate } from './sector.ts'

/** What the descriptors of both trees say. */
export interface VolumeTree {
  readonly label: string
  readonly sectors: number
  readonly pathTableBytes: number
  readonly pathTableLittleEndianSector: number
  readonly pathTableBigEndianSector: number
  readonly rootSector: number
  readonly rootBytes: number
}

interface Descriptor extends VolumeTree {
  /** ECMA-119 8.1.1: 1 for a primary one, 2 for a supplementary one. */
  readonly type: 1 | 2
  /** ECMA-119 8.5.6: the character set of a supplementary one. */
  readonly escapeSequences: readonly number[]
  readonly encode: (text: string) => number[]
  /** What fills a text up, in this character set. */
  readonly blank: readonly number[]
}

/** ECMA-119 8.4. The label stays in lower case: cloud-init's NoCloud looks for `cidata`. */
export function primaryDescriptor(tree: VolumeTree): Uint8Array {
  return descriptor({ ...tree, type: 1, escapeSequences: [], encode: ascii, blank: [0x20] })
}

/** ECMA-119 8.5; `%/E` says UCS-2 level 3 (Joliet, Escape Sequences). */
export function jolietDescriptor(tree: VolumeTree): Uint8Array {
  return descriptor({
    ...tree,
    type: 2,
    escapeSequences: ascii('%/E'),
    encode: ucs2BigEndian,
    blank: [0, 0x20],
  })
}

/** ECMA-119 8.3: no descriptor follows. */
export function terminator(): Uint8Array {
  const sector = new Uint8Array(sectorBytes)
  sector.set([255, ...ascii('CD001'), 1])
  return sector
}

function descriptor(tree: Descriptor): Uint8Array {
  const sector = new Uint8Array(sectorBytes)
  /** `position` counts from 1, as the tables of ECMA-119 do. */
  const put = (position: number, bytes: readonly number[]) => sector.set(bytes, position - 1)
  const putText = (first: number, last: number, text: string) => {
    for (let position = first; position + tree.blank.length - 1 <= last; position += tree.blank.length)
      put(position, tree.blank)
    put(first, tree.encode(text))
  }
  put(1, [tree.type, ...ascii('CD001'), 1])
  putText(9, 40, '')
  putText(41, 72, tree.label)
  put(81, bothEndian(tree.sectors, 4))
  put(89, tree.escapeSequences)
  put(121, bothEndian(1, 2))
  put(125, bothEndian(1, 2))
  put(129, bothEndian(sectorBytes, 2))
  put(133, bothEndian(tree.pathTableBytes, 4))
  put(141, littleEndian(tree.pathTableLittleEndianSector, 4))
  put(149, bigEndian(tree.pathTableBigEndianSector, 4))
  put(
    157,
    directoryRecord({
      identifier: rootIdentifier,
      sector: tree.rootSector,
      bytes: tree.rootBytes,
      isDirectory: true,
      systemUse: [],
    }),
  )
  for (const [first, last] of identifiers) putText(first, last, '')
  put(814, volumeDate)
  put(831, volumeDate)
  put(848, unspecifiedVolumeDate)
  put(865, unspecifiedVolumeDate)
  put(882, [1])
  return sector
}

/** Volume set, publisher, data preparer, application; copyright, abstract and bibliographic file (8.4.19–8.4.25). */
const identifiers = [
  [191, 318],
  [319, 446],
  [447, 574],
  [575, 702],
  [703, 739],
  [740, 776],
  [777, 813],
] as const
