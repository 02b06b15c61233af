/** Words that libvirt and QEMU have for the same thing, for both directions. */

/** What a cache mode is in QEMU: past the host's page cache, without flushes, and what the guest sees. QEMU manual, cache= of -drive. */
export const caches = {
  none: { direct: true, noFlush: false, writeCache: true },
  writethrough: { direct: false, noFlush: false, writeCache: false },
  writeback: { direct: false, noFlush: false, writeCache: true },
  directsync: { direct: true, noFlush: false, writeCache: false },
  unsafe: { direct: false, noFlush: true, writeCache: true },
} as const

export type CacheMode = keyof typeof caches

export function isCacheMode(word: string | undefined): word is CacheMode {
  return word !== undefined && Object.hasOwn(caches, word)
}

/** The mode with these switches; undefined when libvirt has no word for it. */
export function cacheMode(direct: boolean, noFlush: boolean, writeCache: boolean): CacheMode | undefined {
  for (const [name, mode] of Object.entries(caches))
    if (
      isCacheMode(name) &&
      mode.direct === direct &&
      mode.noFlush === noFlush &&
      mode.writeCache === writeCache
    )
      return name
  return undefined
}

/** How the host's kernel is asked. */
export const ioWords = ['threads', 'native', 'io_uring'] as const

/** Format drivers of QEMU, by libvirt's word for them. QAPI, BlockdevDriver; cow and aio are long gone. */
export const formatDrivers = {
  raw: 'raw',
  qcow2: 'qcow2',
  qcow: 'qcow',
  qed: 'qed',
  vmdk: 'vmdk',
  vdi: 'vdi',
  vpc: 'vpc',
  vhdx: 'vhdx',
  bochs: 'bochs',
  cloop: 'cloop',
  dmg: 'dmg',
  ploop: 'parallels',
  luks: 'luks',
  vhd: 'vpc',
  iso: 'raw',
  fat: 'raw',
  dir: 'raw',
} as const

export type Format = keyof typeof formatDrivers

export function isFormat(word: string | undefined): word is Format {
  return word !== undefined && Object.hasOwn(formatDrivers, word)
}

/** libvirt's word for a format driver. */
export function formatOf(driver: string | undefined): Exclude<Format, 'vhdx'> | 'vhdx' | undefined {
  for (const [format, name] of Object.entries(formatDrivers))
    if (name === driver && isFormat(format)) return format
  return undefined
}

/** Ports that libvirt takes when none is said. `virStorageSourceNetworkDefaultPort`. */
export const defaultPorts = {
  nbd: 10809,
  ssh: 22,
  iscsi: 3260,
  gluster: 24007,
  http: 80,
  https: 443,
  ftp: 21,
  ftps: 990,
  tftp: 69,
  sheepdog: 7000,
  vxhs: 9999,
  rbd: undefined,
  nfs: undefined,
} as const

/** SCSI controllers whose disks have a target each and no logical units: libvirt's unit is the target there. */
export const parallelScsi: ReadonlySet<string> = new Set(['lsilogic', 'ncr53c90', 'dc390', 'am53c974'])
