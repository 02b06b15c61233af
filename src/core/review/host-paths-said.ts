/** The files, folders and devices of the host that a Domain names, wherever it names them. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { isRecord } from '../table/index.ts'

export interface HostPathSaid {
  readonly path: Path
  /** As it is written. */
  readonly file: string
  /** The same without `.`, `..` and doubled slashes. */
  readonly plain: string
}

/** Texts that may begin like a path and are none of the host's. */
const notOfTheHost = new Set([
  '$rest',
  'title',
  'description',
  'sysinfo',
  'metadata',
  'resource',
  'cmdline',
  'qemu_arguments',
  'qemu_environment',
  'qemu_overrides',
])

/** What every QEMU opens, and random numbers. */
const everyOnes = new Set([
  '/dev/urandom',
  '/dev/random',
  '/dev/kvm',
  '/dev/net/tun',
  '/dev/vhost-net',
  '/dev/null',
])

/**
 * Every path of the host outside of the VM's own folder.
 *
 * @param stateDir the folder of the VM
 */
export function hostPathsSaid(domain: Domain, stateDir: string): HostPathSaid[] {
  const found: HostPathSaid[] = []
  const own = plainPath(stateDir)
  const visit = (held: unknown, path: Path) => {
    if (typeof held === 'string') {
      if (!looksLikePath(held) || isOfTheGuest(path)) return
      const plain = plainPath(held)
      if (plain.startsWith(`${own}/`) || everyOnes.has(plain)) return
      found.push({ path, file: held, plain })
    } else if (Array.isArray(held)) for (const [index, item] of held.entries()) visit(item, [...path, index])
    else if (isRecord(held))
      for (const [key, item] of Object.entries(held)) if (!notOfTheHost.has(key)) visit(item, [...path, key])
  }
  visit(domain, [])
  return found
}

/** Also one that leads out of where the program stands. */
function looksLikePath(text: string): boolean {
  return /^(?:~?\/|\.\.?\/|\$HOME\b)/.test(text) || text.split('/').includes('..')
}

/** Where the guest mounts a share, and what init is called in a container. */
function isOfTheGuest(path: Path): boolean {
  if (path[1] === 'filesystems' && path[3] === 'target') return true
  return path[0] === 'os' && String(path[1]).startsWith('init')
}

function plainPath(file: string): string {
  const steps: string[] = []
  for (const step of file.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '~' && steps.at(-1) !== '..') steps.pop()
    else if (step !== '..' || !file.startsWith('/')) steps.push(step)
  }
  return `${file.startsWith('/') ? '/' : ''}${steps.join('/')}`
}
