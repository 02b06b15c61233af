/** What lscpu prints in every language alike: architectures, makers, names of columns. Source: sys-utils/lscpu*.c. */

const architectures = new Set([
  'x86_64',
  'i386',
  'i486',
  'i586',
  'i686',
  'aarch64',
  'armv6l',
  'armv7l',
  'armv8l',
  'riscv32',
  'riscv64',
  'ppc64',
  'ppc64le',
  's390x',
  'mips',
  'mips64',
  'loongarch64',
  'sparc64',
])

/** True for what `uname -m` prints. */
export function isArchitecture(word: string): boolean {
  return architectures.has(word)
}

const makers = new Set([
  'GenuineIntel',
  'AuthenticAMD',
  'HygonGenuine',
  'CentaurHauls',
  'Shanghai',
  'ARM',
  'Apple',
  'Ampere',
  'APM',
  'Broadcom',
  'Cavium',
  'FUJITSU',
  'HiSilicon',
  'NVIDIA',
  'Qualcomm',
  'IBM',
  'IBM/S390',
])

/** True for a word of CPUID, or the name that lscpu has for a maker of ARM. */
export function isMaker(word: string): boolean {
  return makers.has(word)
}

const columns = new Set([
  'cpu',
  'core',
  'socket',
  'cluster',
  'node',
  'book',
  'drawer',
  'cache',
  'polarization',
  'address',
  'configured',
  'online',
  'mhz',
  'scalmhz%',
  'maxmhz',
  'minmhz',
  'modelname',
])

/** True for the heads of columns with that of the CPU among them; `L1d:L1i:L2:L3` is one. */
export function areColumns(heads: readonly string[]): boolean {
  const names = heads.map((head) => head.toLowerCase())
  return names.length > 1 && names.includes('cpu') && names.every(isColumn)
}

/** `lscpu -p` has a column without a name between node and caches. */
function isColumn(name: string): boolean {
  return name === '' || columns.has(name) || name.split(':').every((part) => /^l\d[di]?$/.test(part))
}
