/** The files, folders and devices of the host that a Domain names, wherever it names them. */
import { type Domain, domain as domainTable } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import { pathOfText, textsOf } from '../rules/support/said-texts.ts'
import { saidIn } from '../table/index.ts'

export interface HostPathSaid {
  readonly path: Path
  /** As it is written. */
  readonly file: string
  /** The same without `.`, `..` and doubled slashes. */
  readonly plain: string
}

/** Texts that may begin like a path and are none of the host's, though no table says what they are. */
const notOfTheHost = new Set([
  'title',
  'description',
  'sysinfo',
  'more_sysinfo',
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
  const own = plainPath(stateDir)
  return textsOf(saidIn(domainTable, domain).fields).flatMap((said) => {
    const { text } = said
    const { field } = said.of
    const path = pathOfText(said)
    const isPath = 'scalar' in field && field.scalar.isHostPath === true
    if (text === '' || !(isPath || (looksLikePath(text) && !isOfAnother(path)))) return []
    const plain = plainPath(text)
    return plain.startsWith(`${own}/`) || everyOnes.has(plain) ? [] : [{ path, file: text, plain }]
  })
}

/** Also one that leads out of where the program stands. */
function looksLikePath(text: string): boolean {
  return /^(?:~?\/|\.\.?\/|\$HOME\b)/.test(text) || text.split('/').includes('..')
}

/** Of the guest, as where it mounts a share or what init is called in a container, or spoken of elsewhere. */
function isOfAnother(path: Path): boolean {
  if (path.some((segment) => notOfTheHost.has(String(segment)))) return true
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
