/** A design in the formats of others. It brings along every writer, so it is only done in its worker: import this file there only. */
import {
  type TargetFile,
  type TargetId,
  type TargetOption,
  targets,
  writeTarget,
} from '../../core/targets/index.ts'
import type { Design, Finding, HostFacts } from '../core.ts'
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
}

export const targetJobs: DoJobs<TargetJobs> = {
  write: ({ id, design, host, choices }) => {
    const { about, writer } = targets[id]
    const { files, findings } = writeTarget(id, design, host, choices)
    return { id, name: design.name, about, files, findings, options: writer?.options ?? {} }
  },
}
