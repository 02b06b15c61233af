/** One VM of Proxmox VE to a Domain: the families one after the other, then what nobody took. */
import { type Domain, domain as domainShape } from '../../domain/index.ts'
import { type Finding, formatPath, type Path } from '../../finding.ts'
import { isRecord, lenientSchema, type UnknownRecord } from '../../table/index.ts'
import { readArgs } from './families/args.ts'
import { readBoot } from './families/boot.ts'
import { readCpu } from './families/cpu.ts'
import { readDisks } from './families/disks.ts'
import { readDisplay } from './families/display.ts'
import { readGuestSystem } from './families/guest-system.ts'
import { readHostDevices } from './families/host-devices.ts'
import { readMachine } from './families/machine.ts'
import { readMemory } from './families/memory.ts'
import { readNetwork } from './families/network.ts'
import { readShares } from './families/shares.ts'
import { readSmallDevices } from './families/small-devices.ts'
import { restOfOwn } from './own-words.ts'
import { Reading, type ReadingContext } from './reading.ts'
import type { VmSettings } from './text/settings.ts'

/** In this order: the board looks at the guest's system, disks at the board, the boot order at all devices. */
const families: readonly ((reading: Reading) => void)[] = [
  readGuestSystem,
  readMachine,
  readCpu,
  readMemory,
  readDisks,
  readNetwork,
  readShares,
  readDisplay,
  readHostDevices,
  readSmallDevices,
  readBoot,
]

export interface VmRead {
  readonly reading: Reading
  readonly domain: Domain
  readonly findings: readonly Finding[]
}

/**
 * @param takeOver settings that are read elsewhere, before the rest is kept as it is
 */
export function readVm(
  vm: VmSettings,
  takeOver: (reading: Reading) => void,
  context: ReadingContext = {},
): VmRead | undefined {
  const read = readVmWithoutArgs(vm, takeOver, context)
  if (read?.args === undefined) return read
  const { domain, findings } = readArgs(read.domain, read.args)
  return { reading: read.reading, domain, findings: [...read.findings, ...findings] }
}

/** The same, with the words of QEMU's own as they stand there: they are read last, and nothing else looks at them. */
export function readVmWithoutArgs(
  vm: VmSettings,
  takeOver: (reading: Reading) => void,
  context: ReadingContext = {},
): (VmRead & { readonly args: string | undefined }) | undefined {
  const [section] = vm.sections
  if (section === undefined) return undefined
  const reading = new Reading(vm, section, context)
  for (const read of families) read(reading)
  takeOver(reading)
  const args = reading.take('args')
  reading.keepOpen()
  const { devices, single, domain } = reading
  const rest = restOfOwn(reading.own)
  const plain: UnknownRecord = {
    ...domain,
    name: typeof domain['name'] === 'string' ? domain['name'] : `vm${vm.id ?? ''}`,
    devices: { ...devices, ...single },
    ...(rest === undefined ? {} : { $rest: rest }),
  }
  const { typed, findings } =
    context.isOwn === true && isDomain(plain) ? { typed: plain, findings: [] } : typedDomain(plain)
  return { reading, domain: typed, findings: [...reading.findings, ...findings], args }
}

function isDomain(held: unknown): held is Domain {
  return isRecord(held)
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
        code: 'proxmox.value',
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
