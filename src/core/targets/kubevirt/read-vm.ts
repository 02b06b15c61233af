/** One VirtualMachine to a Domain: the families one after the other, then what nobody took. */
import { type Domain, domain as domainShape } from '../../domain/index.ts'
import { type Finding, formatPath, type Path } from '../../finding.ts'
import { isRecord, lenientSchema, type UnknownRecord } from '../../table/index.ts'
import { readCpu } from './families/cpu.ts'
import { readDisks } from './families/disks.ts'
import { readDisplay } from './families/display.ts'
import { readClock, readFeatures } from './families/features.ts'
import { readHostDevices } from './families/host-devices.ts'
import { readMachine } from './families/machine.ts'
import { readMemory } from './families/memory.ts'
import { readNetwork } from './families/network.ts'
import { readShares } from './families/shares.ts'
import { readSmallDevices } from './families/small-devices.ts'
import { restOfOwn } from './own-words.ts'
import { Reading, type ReadingContext, ways } from './reading.ts'
import { heldAt } from './words/tree.ts'

/** The screen looks at the firmware, the cards at the vCPUs. */
const families: readonly ((reading: Reading) => void)[] = [
  readMachine,
  readCpu,
  readMemory,
  readFeatures,
  readClock,
  readDisks,
  readShares,
  readNetwork,
  readDisplay,
  readHostDevices,
  readSmallDevices,
]

export interface VmRead {
  readonly reading: Reading
  readonly domain: Domain
  readonly findings: readonly Finding[]
}

/** A VM of a stranger's: what has not the form that the tables ask for is left out, with a finding. */
export function readVm(vm: UnknownRecord, defaultName: string, context: ReadingContext): VmRead {
  const { reading, plain } = readPlain(vm, defaultName, context)
  const { typed, findings } = typedDomain(plain)
  return { reading, domain: typed, findings: [...reading.findings, ...findings] }
}

/** The same for a VM that was just written of a Domain: its values have their form, and looking takes time. */
export function readOwnVm(vm: UnknownRecord, name: string, context: ReadingContext): Domain {
  const { plain } = readPlain(vm, name, context)
  return isOfDomain(plain) ? plain : {}
}

function isOfDomain(plain: UnknownRecord): plain is UnknownRecord & Domain {
  return typeof plain['name'] === 'string'
}

function readPlain(
  vm: UnknownRecord,
  defaultName: string,
  context: ReadingContext,
): { readonly reading: Reading; readonly plain: UnknownRecord } {
  const named = heldAt(vm, ['metadata', 'name'])
  const name = typeof named === 'string' && named !== '' ? named : defaultName
  const reading = new Reading(vm, name, context)
  reading.vm.take(['metadata', 'name'])
  reading.vm.take(['apiVersion'])
  reading.vm.take(['kind'])
  readLabels(reading)
  for (const read of families) read(reading)
  readRunning(reading)
  reading.keepOpen()
  const { devices, single, domain } = reading
  const rest = restOfOwn(reading.own)
  const plain: UnknownRecord = {
    ...domain,
    name,
    devices: { ...devices, ...single },
    ...(rest === undefined ? {} : { $rest: rest }),
  }
  return { reading, plain }
}

/** Labels that a writer puts there anyway. */
function readLabels({ vm, name }: Reading): void {
  const usual = [
    [['metadata', 'labels'], 'app.kubernetes.io/managed-by', 'vmwright'],
    [['spec', 'template', 'metadata', 'labels'], 'kubevirt.io/vm', name],
  ] as const
  for (const [way, key, value] of usual)
    vm.takeAs([...way, key], (held) => (held === value ? true : undefined))
}

function readRunning(reading: Reading): void {
  const { vm, said } = reading
  const strategy = vm.takeAs(['spec', 'runStrategy'], (held) =>
    held === 'Always' || held === 'Manual' ? held : undefined,
  )
  const isRunning = vm.takeAs(['spec', 'running'], (held) => (typeof held === 'boolean' ? held : undefined))
  if (strategy === 'Always' || isRunning === true) said['autostart'] = true
  vm.takeAs([...ways.template, 'hostname'], (held) => (held === reading.name ? true : undefined))
}

/** Values of the form that the tables ask for; what is of none is left out, with a finding. */
function typedDomain(plain: UnknownRecord): {
  readonly typed: Domain
  readonly findings: readonly Finding[]
} {
  const findings: Finding[] = []
  let value: unknown = plain
  for (let round = 0; round < 8; round += 1) {
    const parsed = lenientSchema(domainShape).safeParse(value)
    if (parsed.success) return { typed: parsed.data, findings }
    const paths = parsed.error.issues.map(
      ({ path }): Path => path.map((one) => (typeof one === 'number' ? one : String(one))),
    )
    for (const path of paths)
      findings.push({
        code: 'kubevirt.value',
        severity: 'warning',
        path: [],
        message: `${formatPath(path)} has a value that libvirt has no word for, and is left out.`,
      })
    value = paths.reduce(without, value)
  }
  return { typed: {}, findings }
}

function without(value: unknown, [first, ...deeper]: Path): unknown {
  if (first === undefined) return undefined
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index): unknown[] => {
      if (index !== first) return [item]
      return deeper.length === 0 ? [] : [without(item, deeper)]
    })
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) =>
      key !== first ? [[key, held]] : deeper.length === 0 ? [] : [[key, without(held, deeper)]],
    ),
  )
}
