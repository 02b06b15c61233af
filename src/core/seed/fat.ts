/**
 * A volume of FAT12 or FAT16 with long names (Microsoft, FAT32 File System Specification 1.03, "the specification"):
 * boot sector, two file allocation tables, root directory, clusters.
 */
import { ascii, littleEndian, unitsFor } from './bytes.ts'
import { entryBytes, rootDirectory, rootEntryCount } from './fat-directory.ts'
import { allocationTable, type Chain } from './fat-table.ts'
import { assertSeedFiles, type SeedFile } from './seed-file.ts'

const sectorBytes = 512
const copies = 2
/** As mkfs.vfat makes it for a hard disk: what no file system reader finds small. */
const leastRootEntries = 512
/**
 * The specification, FAT Type Determination: up to 4084 clusters are FAT12, up to 65524 FAT16. It advises to keep 16
 * away from both, as not every reader counts right.
 */
const mostFat12 = 4084 - 16
const leastFat16 = 4085 + 16
const mostFat16 = 65524 - 16

/** How the volume is divided. */
interface Layout {
  readonly fat: 12 | 16
  readonly sectorsPerCluster: number
  readonly clusters: number
  readonly rootEntries: number
  readonly tableSectors: number
}

/**
 * The seed as a FAT image with the label CIDATA, dated 1 January 1980, so that the same files give the same bytes.
 *
 * @param files in the order of the directory
 * @throws RangeError for a name that `isSeedFileName` does not take, for one that is there twice, and past 2 GiB
 */
export function seedImageFat(files: readonly SeedFile[]): Uint8Array<ArrayBuffer> {
  assertSeedFiles(files)
  const layout = layoutFor(files)
  const clusterBytes = layout.sectorsPerCluster * sectorBytes
  const chains = chainsOf(files, clusterBytes)
  const rootStart = (1 + copies * layout.tableSectors) * sectorBytes
  const dataStart = rootStart + layout.rootEntries * entryBytes
  const image = new Uint8Array(dataStart + layout.clusters * clusterBytes)
  image.set(bootSector(layout, image.length / sectorBytes), 0)
  const table = allocationTable(layout.fat, layout.clusters, chains)
  for (let copy = 0; copy < copies; copy++) image.set(table, (1 + copy * layout.tableSectors) * sectorBytes)
  const entries = files.map(({ name, bytes }, index) => ({
    name,
    bytes: bytes.length,
    firstCluster: chains[index]?.first ?? 0,
  }))
  image.set(rootDirectory(label, entries), rootStart)
  files.forEach(({ bytes }, index) => {
    const chain = chains[index]
    if (chain !== undefined) image.set(bytes, dataStart + (chain.first - 2) * clusterBytes)
  })
  return image
}

/** Eleven characters, upper case: cloud-init looks for `cidata` in either case. */
const label = 'CIDATA     '
/** The serial number of the volume, which mkfs.vfat takes from the clock. */
const serialNumber = 0x19800101

function layoutFor(files: readonly SeedFile[]): Layout {
  const names = files.map(({ name }) => name)
  const entriesPerSector = sectorBytes / entryBytes
  const needed = unitsFor(rootEntryCount(names), entriesPerSector) * entriesPerSector
  const rootEntries = Math.max(leastRootEntries, needed)
  for (let sectorsPerCluster = 1; sectorsPerCluster <= 64; sectorsPerCluster *= 2) {
    const clusterBytes = sectorsPerCluster * sectorBytes
    const used = files.reduce((sum, { bytes }) => sum + unitsFor(bytes.length, clusterBytes), 0)
    const fat = used <= mostFat12 ? 12 : 16
    const clusters = Math.max(used, fat === 12 ? 1 : leastFat16)
    const tableSectors = unitsFor(((clusters + 2) * fat) / 8, sectorBytes)
    if (clusters <= mostFat16) return { fat, sectorsPerCluster, clusters, rootEntries, tableSectors }
  }
  throw new RangeError('The files of the seed do not fit into FAT16, which ends at 2 GiB.')
}

/** The clusters of each file, one after the other; an empty file has none. */
function chainsOf(files: readonly SeedFile[], clusterBytes: number): (Chain | undefined)[] {
  let next = 2
  return files.map(({ bytes }) => {
    const length = unitsFor(bytes.length, clusterBytes)
    if (length === 0) return undefined
    const chain = { first: next, length }
    next += length
    return chain
  })
}

/** The specification, Boot Sector and BPB Structure: the numbers of a volume that no firmware boots. */
function bootSector(layout: Layout, sectors: number): Uint8Array {
  const sector = new Uint8Array(sectorBytes)
  sector.set([
    // A jump over the table, and the name of who made it, both of which readers look for.
    ...[0xeb, 0x3c, 0x90],
    ...ascii('MSWIN4.1'),
    ...littleEndian(sectorBytes, 2),
    layout.sectorsPerCluster,
    ...littleEndian(1, 2),
    copies,
    ...littleEndian(layout.rootEntries, 2),
    ...littleEndian(sectors < 0x10000 ? sectors : 0, 2),
    // A disk that is not removed.
    0xf8,
    ...littleEndian(layout.tableSectors, 2),
    // Sectors per track and heads, which nobody counts in any more.
    ...littleEndian(32, 2),
    ...littleEndian(64, 2),
    ...littleEndian(0, 4),
    ...littleEndian(sectors < 0x10000 ? 0 : sectors, 4),
    ...[0x80, 0, 0x29],
    ...littleEndian(serialNumber, 4),
    ...ascii(label),
    ...ascii(`FAT${layout.fat}   `),
  ])
  sector.set([0x55, 0xaa], 510)
  return sector
}
