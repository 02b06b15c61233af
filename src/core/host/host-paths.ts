/** The files of one VM on its host, from the templates of HostFacts. */
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
  const stateDir = fill(templates.state_dir, { name: vmName })
  const words = { name: vmName, state_dir: stateDir }
  return {
    stateDir,
    disk: fill(templates.disk, words),
    seed: fill(templates.seed, words),
    nvram: fill(templates.nvram, words),
  }
}

/** One pass, so that a name which itself holds braces is not filled in again. */
function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(name|state_dir)\}/g, (whole, word: string) => words[word] ?? whole)
}
