/** One thing that the host must do. */
import type { Finding, Path } from '../../finding.ts'

/** A file of the host. */
export interface SetupFile {
  readonly path: string
  readonly content: string
  /** True when the lines belong into a file that is there already. */
  readonly append?: boolean
  /** Octal, when it is not 0644. */
  readonly mode?: string
}

/** One step. */
export interface SetupStep {
  readonly id:
    | 'kernel-command-line'
    | 'vfio-bind'
    | 'initramfs'
    | 'single-gpu-hooks'
    | 'huge-pages'
    | 'bridge-helper'
    | 'memory-lock'
    | 'sriov'
    | 'mdev'
    | 'usb-access'
    | 'nested'
    | 'vbios'
    | 'looking-glass'
    | 'reboot'
  readonly title: string
  /** Why, in a sentence or two. */
  readonly why: string
  readonly files: readonly SetupFile[]
  /** Lines for a shell of root. */
  readonly commands: readonly string[]
  /** True when HostFacts say that the host does it already; missing when not known. */
  readonly done?: boolean
  /** `host.setup` (error): what a file or command can't say, and is left out of it. */
  readonly findings?: readonly Finding[]
}

/** The finding about a text that a file or a command of a step can't say. */
export function unsayable(text: string, place: string, path: Path = []): Finding {
  const message = `${place} can’t say ${JSON.stringify(text)}, so it is left out there. Use letters, digits and dashes.`
  return { code: 'host.setup', severity: 'error', path, message }
}
