/**
 * Writers for formats that have a place for a part of a design only. Each takes what it says out of the Domain, and what
 * is left is a lack: no list of what can't be said has to be kept beside them.
 */
import type { Finding, Path } from '../../finding.ts'
import { forLibvirt } from '../../lift/index.ts'
import { valueAt } from '../../path.ts'
import { resolve } from '../../resolve/index.ts'
import type { TargetId } from '../../target-ids.ts'
import { designPlace } from '../design-place.ts'
import type { Lack } from '../lacks.ts'
import { lacksBy, type Reason } from '../reason.ts'
import type { TargetFile, TargetOptions, TargetWriter } from '../target.ts'
import { type Beside, lacksBeside, secretFindings } from './beside.ts'
import { Saying } from './saying.ts'

/** What a target says without a word: a place of the Domain, `*` for an item of a list, and the value there. */
export type Usual = readonly [place: string, value: unknown]

export interface PlainTarget<O extends TargetOptions> {
  readonly id: TargetId
  /** As it is called in a sentence. */
  readonly name: string
  readonly options: O
  readonly usual: readonly Usual[]
  /** Why a part does not go over; the first that stands for it counts. */
  readonly reasons: readonly Reason[]
  /** What is done by hand about all else. */
  readonly byHand: string
  readonly beside: Beside
  say(saying: Saying<O>): readonly TargetFile[]
}

export function plainWriter<O extends TargetOptions>(target: PlainTarget<O>): TargetWriter<O> {
  const { id, name, byHand } = target
  const lack = lacksBy([...target.reasons, ...reasonsOfAll(name)], {
    message: `${name} has no place for this.`,
    byHand,
  })
  return {
    options: target.options,
    write: ({ design, host, choices }) => {
      const resolved = resolve(forLibvirt(design), host, 'libvirt')
      const placeOf = designPlace(resolved)
      const saying = new Saying(resolved, choices)
      const files = target.say(saying)
      for (const [place, value] of [...usualOfAll, ...target.usual]) saying.root.passAll(place, value)
      const { spec } = resolved.design
      const isSaid = (path: Path) => valueAt(spec, path) !== undefined
      const left = saying.root.left().map((path): Lack => {
        const one = lack(path, placeOf)
        // What nobody asked for is no loss of theirs.
        return isSaid(one.path) ? one : { ...one, severity: 'advice' }
      })
      const findings: readonly Finding[] = [
        ...resolved.findings,
        ...saying.cloudInit.findings,
        ...saying.findings.map((finding) => ({ ...finding, target: id })),
        ...secretFindings(resolved.design, id, target.beside),
      ]
      const partly = saying.lacks.map((one) => ({ ...one, path: placeOf(one.path) }))
      const others = unique(left)
      return {
        files,
        lacks: [...lacksBeside(resolved.design, name, target.beside), ...partly, ...others],
        findings,
      }
    },
  }
}

/** Several places of the Domain may be one of the design. */
function unique(lacks: readonly Lack[]): Lack[] {
  const known = new Map(lacks.map((lack) => [JSON.stringify([lack.path, lack.message]), lack]))
  return [...known.values()]
}

/** What libvirt has by itself, and any VM. */
const usualOfAll: readonly Usual[] = [
  ['os.type', 'hvm'],
  ['on_poweroff', 'destroy'],
  ['on_reboot', 'restart'],
  ['on_crash', 'destroy'],
  ['clock.offset', 'utc'],
  ['features.acpi', true],
  ['features.apic', true],
  ['vcpu.placement', 'static'],
  ['cpu.check', 'none'],
  ['os.boot', [{ dev: 'hd' }]],
]

const reasonsOfAll = (name: string): readonly Reason[] => [
  {
    at: ['devices.disks.*.address', 'devices.interfaces.*.address', 'devices.controllers', 'devices.usb'],
    message: `${name} gives each device its place in the guest.`,
    byHand:
      'Systems that name cards or disks by their place have other names for them: look after the first start.',
    severity: 'advice',
  },
  {
    at: ['uuid', 'hwuuid', 'genid'],
    message: `${name} has ids of its own.`,
    byHand: 'Systems whose license is bound to the machine have to be told.',
  },
  {
    at: ['qemu_arguments', 'qemu_overrides', 'qemu_capabilities'],
    message: `${name} takes no words of QEMU’s.`,
    byHand: 'Run the VM by libvirt or by its script.',
  },
]
