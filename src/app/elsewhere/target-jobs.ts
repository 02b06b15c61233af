/** A design in the formats of others. It brings along every writer, so it is only done in its worker: import this file there only. */
import { resolve } from '../../core/resolve/index.ts'
import {
  type TargetFile,
  type TargetId,
  type TargetOption,
  targets,
  writeTarget,
} from '../../core/targets/index.ts'
import type { Design, Finding, HostFacts } from '../core.ts'
import { machineInALine } from '../texts/machine-in-a-line.ts'
import type { DoJobs } from '../workers/index.ts'

export interface WrittenElsewhere {
  readonly id: TargetId
  /** The VM that it is of. */
  readonly name: string
  readonly about: string
  readonly files: readonly TargetFile[]
  /** About this target alone. */
  readonly findings: readonly Finding[]
  /** What the target leaves to choose, by name. */
  readonly options: Readonly<Record<string, TargetOption>>
}

export interface ReadElsewhere {
  readonly vms: readonly {
    readonly design: Design
    /** The machine in a line. */
    readonly about: string
  }[]
  readonly findings: readonly Finding[]
}

export interface TargetJobs {
  readonly write: {
    readonly ask: {
      readonly id: TargetId
      readonly design: Design
      readonly host: HostFacts | undefined
      readonly choices: Readonly<Record<string, string>>
    }
    readonly answer: WrittenElsewhere
  }
  /** Of a text whose format is known. */
  readonly read: {
    readonly ask: {
      readonly id: TargetId
      readonly text: string
      /** What a VM without a name is called. */
      readonly defaultName: string
      readonly host: HostFacts | undefined
    }
    readonly answer: ReadElsewhere
  }
}

export const targetJobs: DoJobs<TargetJobs> = {
  write: ({ id, design, host, choices }) => {
    const { about, writer } = targets[id]
    const { files, findings } = writeTarget(id, design, host, choices)
    return { id, name: design.name, about, files, findings, options: writer?.options ?? {} }
  },
  read: ({ id, text, defaultName, host }) => {
    const { designs, findings } = targets[id].reader?.read(text, defaultName, host) ?? {
      designs: [],
      findings: [],
    }
    const vms = designs.map((design) => ({ design, about: machineInALine(resolve(design, host).domain) }))
    return { vms, findings }
  },
}
