/**
 * A volume of ISO 9660 (ECMA-119) with two trees over the same files: the primary one with names of level 1 and the
 * POSIX names of Rock Ridge beside them, and Joliet's in UCS-2.
 *
 *     0–15   system area           20, 22  path tables for big-endian machines
 *     16     primary descriptor    23 …    root directory, its continuation, Joliet's root directory, files
 *     17     Joliet's descriptor
 *     18     terminator
 *     19, 21 path tables for little-endian machines
 */
import { ascii, ucs2BigEndian, unitsFor } from './bytes.ts'
import { directoryRecord, directorySectors, parentIdentifier, rootIdentifier } from './directory-records.ts'
import { compareIsoNames, isoNames } from './iso-names.ts'
import { bigEndianPathTable, littleEndianPathTable, pathTableBytes } from './path-table.ts'
import { extensionReference, fileEntries, parentEntries, rootEntries } from './rock-ridge.ts'
import { sectorBytes } from './sector.ts'
import { assertSeedFiles, type SeedFile } from './seed-file.ts'
import { jolietDescriptor, primaryDescriptor, terminator, type VolumeTree } from './volume-descriptor.ts'

/** The label that cloud-init's NoCloud looks for. */
const seedLabel = 'cidata'
const firstDescriptor = 16
const firstPathTable = 19
const firstDirectory = 23

/** One file, and where its bytes begin. */
interface PlacedFile {
  readonly name: string
  readonly isoName: string
  readonly sector: number
  readonly bytes: number
}

/**
 * The seed as an ISO 9660 image: readable by anyone, owned by root, dated 1 January 1980, so that the same files give
 * the same bytes. Its length is a whole number of sectors of 2048 bytes.
 *
 * @param files in the order in which their bytes follow each other, each below 4 GiB (ECMA-119 9.1.4)
 * @param label of the volume, up to 16 letters
 * @throws RangeError for a name that `isSeedFileName` does not take, and for one that is there twice
 */
export function seedImage(files: readonly SeedFile[], label = seedLabel): Uint8Array<ArrayBuffer> {
  assertSeedFiles(files)
  // Where files lie changes no length, so the directories are laid out once with and once without it.
  const measured = placed(files, 0)
  const continuation = firstDirectory + sectorsOf(primaryRoot(measured, 0, 0))
  const jolietRootSector = continuation + 1
  const firstFile = jolietRootSector + sectorsOf(jolietRoot(measured, 0, 0))
  const there = placed(files, firstFile)
  const sectors = firstFile + files.reduce((sum, { bytes }) => sum + unitsFor(bytes.length, sectorBytes), 0)

  const primaryBytes = (continuation - firstDirectory) * sectorBytes
  const jolietBytes = (firstFile - jolietRootSector) * sectorBytes
  const primaryTree = tree(label, sectors, firstPathTable, firstDirectory, primaryBytes)
  const jolietTree = tree(label, sectors, firstPathTable + 2, jolietRootSector, jolietBytes)

  const image = new Uint8Array(sectors * sectorBytes)
  const put = (sector: number, bytes: ArrayLike<number>) => image.set(bytes, sector * sectorBytes)
  put(firstDescriptor, primaryDescriptor(primaryTree))
  put(firstDescriptor + 1, jolietDescriptor(jolietTree))
  put(firstDescriptor + 2, terminator())
  for (const each of [primaryTree, jolietTree]) {
    put(each.pathTableLittleEndianSector, littleEndianPathTable(each.rootSector))
    put(each.pathTableBigEndianSector, bigEndianPathTable(each.rootSector))
  }
  put(firstDirectory, primaryRoot(there, primaryBytes, continuation))
  put(continuation, extensionReference())
  put(jolietRootSector, jolietRoot(there, jolietBytes, jolietRootSector))
  for (const [index, { bytes }] of files.entries()) put(there[index]?.sector ?? 0, bytes)
  return image
}

/** Each file begins at a sector of its own; an empty one has none, and is where the next one begins. */
function placed(files: readonly SeedFile[], first: number): PlacedFile[] {
  const names = isoNames(files.map(({ name }) => name))
  let sector = first
  return files.map(({ name, bytes }, index) => {
    const file = { name, isoName: names[index] ?? '', sector, bytes: bytes.length }
    sector += unitsFor(bytes.length, sectorBytes)
    return file
  })
}

function sectorsOf(directory: Uint8Array): number {
  return directory.length / sectorBytes
}

function tree(
  label: string,
  sectors: number,
  pathTable: number,
  rootSector: number,
  rootBytes: number,
): VolumeTree {
  return {
    label,
    sectors,
    pathTableBytes,
    pathTableLittleEndianSector: pathTable,
    pathTableBigEndianSector: pathTable + 1,
    rootSector,
    rootBytes,
  }
}

function primaryRoot(files: readonly PlacedFile[], bytes: number, continuation: number): Uint8Array {
  const root = { sector: firstDirectory, bytes, isDirectory: true }
  const sorted = files.toSorted((one, other) => compareIsoNames(one.isoName, other.isoName))
  return directorySectors([
    directoryRecord({ ...root, identifier: rootIdentifier, systemUse: rootEntries(continuation) }),
    directoryRecord({ ...root, identifier: parentIdentifier, systemUse: parentEntries() }),
    ...sorted.map((file) =>
      directoryRecord({
        identifier: ascii(file.isoName),
        sector: file.sector,
        bytes: file.bytes,
        isDirectory: false,
        systemUse: fileEntries(file.name),
      }),
    ),
  ])
}

/** Joliet: the names in UCS-2, sorted by their units, without Rock Ridge. */
function jolietRoot(files: readonly PlacedFile[], bytes: number, sector: number): Uint8Array {
  const root = { sector, bytes, isDirectory: true, systemUse: [] }
  const sorted = files.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return directorySectors([
    directoryRecord({ ...root, identifier: rootIdentifier }),
    directoryRecord({ ...root, identifier: parentIdentifier }),
    ...sorted.map((file) =>
      directoryRecord({
        identifier: ucs2BigEndian(`${file.name};1`),
        sector: file.sector,
        bytes: file.bytes,
        isDirectory: false,
        systemUse: [],
      }),
    ),
  ])
}
