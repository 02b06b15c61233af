/** The VMs of a design and its table. It brings along all of core, so it is only done in its worker: import this file there only. */
import { bundleSet, fileNameOf, zipBundle } from '../../core/bundle/index.ts'
import type { Design } from '../../core/index.ts'
import { isSecret, type SensitiveThing, sensitiveThings } from '../../core/link/index.ts'
import { targetOf } from '../../core/resolve/index.ts'
import { type HostReach, hostReach } from '../../core/review/index.ts'
import { checkDesign } from '../../core/rules/index.ts'
import {
  checkSet,
  findingsOfEach,
  type SetFinding,
  setOfDesigns,
  type VmSet,
  vmsOfSet,
} from '../../core/set/index.ts'
import { writeSpecs } from '../../core/spec/index.ts'
import {
  type TargetFile,
  type TargetId,
  type TargetOption,
  targets,
  writeTargetSet,
} from '../../core/targets/index.ts'
import { concerns, type HostFacts } from '../core.ts'
import type { DoJobs } from '../workers/index.ts'

/** A set, and the host that all are to run on. */
export interface SetForHost extends VmSet {
  readonly host: HostFacts | undefined
}

/** A VM of the set, and the row that it is from. */
export interface NamedVm {
  readonly name: string
  readonly row: number
}

/** What all VMs are written as: a vm.yml with all of them, or a format of others. */
export type WholeFormat = 'yaml' | TargetId

/** All VMs in one format. */
export interface WrittenWhole {
  readonly format: WholeFormat
  readonly files: readonly TargetFile[]
  /** About this format alone. */
  readonly findings: readonly SetFinding[]
  /** What the format leaves to choose, by name. */
  readonly options: Readonly<Record<string, TargetOption>>
}

/** A folder for each VM, and above them what makes and takes away all. */
export interface ZippedSet {
  /** Of the folder in the zip, and of the zip without its ending. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly findings: readonly SetFinding[]
  readonly secrets: readonly SensitiveThing[]
}

export interface SetJobs {
  /** What is wrong with the table, and what clashes between its rows. */
  readonly check: {
    readonly ask: SetForHost
    readonly answer: { readonly vms: readonly NamedVm[]; readonly findings: readonly SetFinding[] }
  }
  /** What the rules say of each VM, and not of all of them alike. */
  readonly checkEach: { readonly ask: SetForHost; readonly answer: readonly SetFinding[] }
  /** The design of one VM, by its index; undefined when there is none. */
  readonly vm: {
    readonly ask: VmSet & { readonly index: number }
    readonly answer: Design | undefined
  }
  readonly write: {
    readonly ask: SetForHost & {
      readonly format: WholeFormat
      readonly choices: Readonly<Record<string, string>>
    }
    readonly answer: WrittenWhole
  }
  readonly bundle: {
    readonly ask: SetForHost & { readonly storesSpec: boolean }
    readonly answer: ZippedSet
  }
  /** What a set from somebody else would touch once it is made. */
  readonly review: {
    readonly ask: VmSet
    readonly answer: { readonly names: readonly string[]; readonly reach: readonly HostReach[] }
  }
  /** What should be named before all of it is handed on. */
  readonly sensitive: { readonly ask: VmSet; readonly answer: readonly SensitiveThing[] }
  /** Several VMs as one design and a table; undefined when no table says them. */
  readonly ofDesigns: {
    readonly ask: { readonly designs: readonly Design[]; readonly name: string }
    readonly answer: VmSet | undefined
  }
}

function designsOf(set: VmSet): readonly Design[] {
  return vmsOfSet(set).vms.map(({ design }) => design)
}

export const setJobs: DoJobs<SetJobs> = {
  check: ({ host, ...set }) => {
    const { vms, findings } = vmsOfSet(set)
    return {
      vms: vms.map(({ design: { name }, row }) => ({ name, row })),
      findings: [...findings, ...checkSet(vms, host)],
    }
  },
  checkEach: ({ host, ...set }) => {
    const { vms } = vmsOfSet(set)
    const target = targetOf(set.design)
    const found = vms.map(({ design }) =>
      checkDesign(design, host).filter((finding) => concerns(finding, target)),
    )
    return findingsOfEach(vms, found).filter(({ row }) => row !== undefined)
  },
  vm: ({ index, ...set }) => vmsOfSet(set).vms[index]?.design,
  write: ({ format, choices, host, ...set }) => {
    const { vms } = vmsOfSet(set)
    const designs = vms.map(({ design }) => design)
    if (format === 'yaml') {
      const name = `${fileNameOf(set.design.name)}.yml`
      const file = { name, about: '', language: 'yaml', text: writeSpecs(designs) } as const
      return { format, files: [file], findings: [], options: {} }
    }
    const { files, findings } = writeTargetSet(format, set.design.name, designs, host, choices)
    return {
      format,
      files,
      findings: findingsOfEach(vms, findings),
      options: targets[format].writer?.options ?? {},
    }
  },
  bundle: ({ storesSpec, host, ...set }) => {
    const { vms } = vmsOfSet(set)
    const designs = vms.map(({ design }) => design)
    const name = fileNameOf(set.design.name)
    const { files, findings } = bundleSet(set.design.name, designs, host, { storesSpec })
    return {
      name,
      bytes: zipBundle(files, name),
      findings: findingsOfEach(vms, findings),
      secrets: once(designs.flatMap((design) => sensitiveThings(design).filter(isSecret))),
    }
  },
  review: (set) => {
    const designs = [set.design, ...designsOf(set)]
    return {
      names: designs.slice(1).map(({ name }) => name),
      reach: once(designs.flatMap((design) => hostReach(design))),
    }
  },
  sensitive: (set) => once([set.design, ...designsOf(set)].flatMap((design) => sensitiveThings(design))),
  ofDesigns: ({ designs, name }) => setOfDesigns(designs, name),
}

/** What several VMs have alike, once. */
function once<T>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()]
}
