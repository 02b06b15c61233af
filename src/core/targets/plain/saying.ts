/** A design in hand while it is said in the words of a target. */
import { type CloudInit, renderCloudInit } from '../../cloudinit/index.ts'
import type { Domain } from '../../domain/index.ts'
import type { Finding } from '../../finding.ts'
import type { Resolved } from '../../resolve/index.ts'
import { seedImage } from '../../seed/index.ts'
import { utf8Encode } from '../../text/index.ts'
import type { Lack } from '../lacks.ts'
import type { Choices, TargetBytes, TargetOptions } from '../target.ts'
import { bytes } from './codecs.ts'
import { Part } from './part.ts'

export class Saying<O extends TargetOptions = TargetOptions> {
  readonly resolved: Resolved
  readonly choices: Choices<O>
  /** The Domain. */
  readonly root: Part
  /** What cloud-init is told. */
  readonly cloudInit: CloudInit
  /** By places of the Domain. */
  readonly lacks: Lack[] = []
  readonly findings: Finding[] = []

  constructor(resolved: Resolved, choices: Choices<O>) {
    this.resolved = resolved
    this.choices = choices
    this.root = new Part(resolved.domain)
    this.cloudInit = renderCloudInit(resolved.design, resolved.host)
    // Less than all of it at the start is a matter of the balloon.
    const all = bytes(resolved.domain.memory?.value)
    this.root.take('current_memory', (held) => (all !== undefined && bytes(held) === all ? true : undefined))
  }

  get domain(): Domain {
    return this.resolved.domain
  }

  /** The disk that cloud-init reads; undefined where nothing is told. */
  get seedIndex(): number | undefined {
    const { domain, paths } = this.resolved
    const index = domain.devices?.disks?.findIndex(({ source }) => source?.file === paths.seed) ?? -1
    return index < 0 || this.cloudInit.files.length === 0 ? undefined : index
  }

  /** The same as a CD that lies beside the other files. */
  seedFile(name: string): TargetBytes | undefined {
    if (this.seedIndex === undefined) return undefined
    const files = this.cloudInit.files.map((file) => ({ name: file.name, bytes: utf8Encode(file.text) }))
    return { name, about: 'what cloud-init is told, as a CD', bytes: seedImage(files) }
  }
}
