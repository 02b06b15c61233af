/** The files of one VM on its host, from the templates of HostFacts. */
import { ownValue } from '../text/index.ts'
import { defaultHost, type HostFacts } from './facts.ts'

/** Where a VM keeps its files; absolute paths when the templates are. */
export interface HostPaths {
  readonly stateDir: string
  readonly disk: string
  readonly seed: string
  readonly nvram: string
}

/** The system's QEMU runs as another user, whom a home is closed to; SELinux lets it in here. */
const systemStateDir = '/var/lib/libvirt/images/{name}'

/**
 * Fills the path templates in.
 * @param facts the host, or undefined for the default one; each template that is missing is the default's, below
 * /var/lib/libvirt/images for the connection to the system
 * @param vmName takes the place of `{name}`
 */
export function hostPaths(facts: HostFacts | undefined, vmName: string): HostPaths {
  const ofConnection = facts?.connection === 'system' ? { state_dir: systemStateDir } : {}
  const templates = { ...defaultHost.paths, ...ofConnection, ...facts?.paths }
  const name = directoryNameOf(vmName)
  const stateDir = fill(templates.state_dir, { name })
  const words = { name, state_dir: stateDir }
  return {
    stateDir,
    disk: fill(templates.disk, words),
    seed: fill(templates.seed, words),
    nvram: fill(templates.nvram, words),
  }
}

/** The name of a VM comes from a file or a link: no slash and no dots of it lead out of the directory of the VMs. */
function directoryNameOf(vmName: string): string {
  return vmName.replaceAll('/', '_').replace(/^\./, '_') || '_'
}

/**
 * The name of a file below the VM's own directory: 'disk.qcow2', 'sockets/agent.sock'. What has none is not the VM's.
 *
 * @returns undefined for a path that is elsewhere, or that `..` and the like could lead elsewhere; undefined too for
 * one with a line break, since the list of what was made has a line for each
 */
export function nameInStateDir({ stateDir }: HostPaths, path: string): string | undefined {
  if (!path.startsWith(`${stateDir}/`)) return undefined
  const name = path.slice(stateDir.length + 1)
  const leadsOut = name.split('/').some((part) => part === '' || part === '.' || part === '..')
  return leadsOut || /[\n\0]/.test(name) ? undefined : name
}

/**
 * A path without `.` and `..`, as far as its letters tell: where it leads to before the directories that it names are
 * there, as long as none of them is a link.
 *
 * @param path absolute, or one that begins with `~/`; what would lead above the home stays as it is
 */
export function withoutDots(path: string): string {
  const [root = '', ...parts] = path.split('/')
  const kept: string[] = []
  for (const part of parts) {
    if (part === '..') {
      if (kept.pop() === undefined && root !== '') return path
    } else if (part !== '.' && part !== '') kept.push(part)
  }
  return [root, ...kept].join('/')
}

/** One pass, so that a name which itself holds braces is not filled in again. */
function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(name|state_dir)\}/g, (whole, word: string) => ownValue(words, word) ?? whole)
}
