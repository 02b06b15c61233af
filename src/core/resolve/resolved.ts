import type { Domain } from '../domain/index.ts'
import type { Finding, FindingTarget, Path } from '../finding.ts'
import type { HostFacts, HostPaths } from '../host/index.ts'
import type { Design } from '../spec/index.ts'
import type { GuestWord } from '../systems/index.ts'
import type { Installation } from './installation.ts'

/** Who will run the VM: libvirt finds firmware and sockets by itself, plain QEMU has to be told. */
export type Target = Extract<FindingTarget, 'libvirt' | 'qemu'>

/** Who runs a design by its own word: libvirt unless it says `backend: qemu`. */
export function targetOf({ spec }: Design): Target {
  return spec.backend === 'qemu' ? 'qemu' : 'libvirt'
}

/** One thing that resolve added because the author did not say it. */
export interface Note {
  /** Where it was added, as a path into the Domain. */
  readonly path: Path
  /** What was added, in a few words: 'CPU host-passthrough'. */
  readonly what: string
  /** Why that is a good choice here. */
  readonly why: string
  /** How the author says otherwise: 'set libvirt.cpu.mode'. */
  readonly how: string
  /** What it follows from, when that is the system that runs in the VM. */
  readonly by?: 'guest'
}

/** Where a value of the Domain comes from. `domain` holds for everything below it that has no origin of its own. */
export interface Origin {
  readonly domain: Path
  readonly spec: Path
}

/** An empty disk that create.sh makes unless its file is there. */
export interface NewDisk {
  /** The path of its image on the host. */
  readonly file: string
  /** As libvirt calls it: qcow2, raw … */
  readonly format: string
  /** A size with its unit: '40G'. */
  readonly size: string
}

/** A design with everything said. */
export interface Resolved {
  readonly design: Design
  readonly host: HostFacts
  /** Files and directories of this VM on the host. */
  readonly paths: HostPaths
  readonly target: Target
  readonly domain: Domain
  readonly notes: readonly Note[]
  /** The words that the design does not say and takes from the system that it names. */
  readonly guestWords: readonly GuestWord[]
  readonly origins: readonly Origin[]
  readonly findings: readonly Finding[]
  /** Directories that must exist before the start: the state directory and those of the author's sockets. */
  readonly directories: readonly string[]
  /** The disks of the design that say `create`, each with a file of its own. */
  readonly newDisks: readonly NewDisk[]
  /** What the system is installed from; undefined when nothing is to be installed. */
  readonly installation: Installation | undefined
}
