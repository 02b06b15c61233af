/** What differs, as it is judged and told. */
import type { Domain } from '../domain/index.ts'
import type { Path } from '../finding.ts'
import type { virsh, virtXml } from './commands.ts'
import type { Place } from './places.ts'
import type { How } from './setting-facts.ts'

/** One setting or one device that differs. */
export interface Difference {
  /** The part of the VM: 'Disks', 'Memory'. */
  readonly part: string
  /** Of the setting or device: in the second Domain where it is there, else in the first. */
  readonly path: Path
  /** 'disk vda cache none → writeback'. */
  readonly words: string
  /** Each place that differs: one, or those of a device. */
  readonly places: readonly Place[]
  readonly how: How
  /** Why it does not go live, as the rest of a sentence; undefined when it does. */
  readonly why: string | undefined
  /** Shell commands that change just this; none where it takes the new definition. */
  readonly commands: readonly string[]
}

/** The two VMs, and how commands are written for the first. */
export interface Context {
  /** The first Domain with all that a running one has. */
  readonly original: Domain
  readonly before: Domain
  readonly after: Domain
  readonly running: boolean
  readonly say: ReturnType<typeof virsh>
  readonly edit: ReturnType<typeof virtXml>
  readonly name: string
  /** PCIe root ports that a device may be plugged into; each takes one. */
  freePorts: number
}

/** What is changed together: the places of one device, or one place. */
export interface Group {
  readonly path: Path
  readonly from: Path | undefined
  readonly to: Path | undefined
  readonly places: readonly Place[]
}
