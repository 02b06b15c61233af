/** `virsh capabilities`: the processor, NUMA nodes with huge pages, caches, and what can be run. */
import { ownValue } from '../../text/index.ts'
import { attributeValue, ownText, type XmlElement } from '../../xml/index.ts'
import { parseCpuList } from '../cpu-list.ts'
import type { HostCpu, HostEmulator, HostFacts, HostNumaNode } from '../facts.ts'
import { counted, known, type ReaderResult, wholeNumber } from './reader.ts'
import { childAt, elementsAt, textAt } from './xml-paths.ts'

/** libvirt names vendors, the kernel their CPUID words. Source: src/cpu_map/x86_vendors.xml of libvirt. */
const vendors: Readonly<Record<string, string>> = {
  Intel: 'GenuineIntel',
  AMD: 'AuthenticAMD',
  Hygon: 'HygonGenuine',
}

/** Reads `<capabilities>`. */
export function readCapabilities(root: XmlElement): ReaderResult {
  const host = childAt(root, 'host')
  const cpu = host && childAt(host, 'cpu')
  const vendor = cpu && textAt(cpu, 'vendor')
  const cells = host === undefined ? [] : elementsAt(host, 'topology', 'cells', 'cell')
  const caches = new Caches(host === undefined ? [] : elementsAt(host, 'cache', 'bank'))
  const threads = cells.flatMap((cell) => threadsOf(cell, caches))
  const numa = cells.flatMap(nodeOf)
  const models = host === undefined ? [] : elementsAt(host, 'secmodel').map((model) => textAt(model, 'model'))
  const iommu = host && childAt(host, 'iommu')
  const emulators = emulatorsOf(elementsAt(root, 'guest'))
  const processor = {
    ...known('l3_kib', caches.l3Kib),
    ...(threads.length === 0 ? {} : { threads: threads.sort((a, b) => a.cpu - b.cpu) }),
  }
  const facts: HostFacts = {
    ...known('arch', cpu && textAt(cpu, 'arch')),
    ...known('cpu_vendor', vendor === undefined ? undefined : (ownValue(vendors, vendor) ?? vendor)),
    ...(Object.keys(processor).length === 0 ? {} : { cpu: processor }),
    ...(numa.length === 0 ? {} : { numa }),
    ...(iommu === undefined ? {} : { iommu: attributeValue(iommu, 'support') === 'yes' }),
    ...known('confinement', confinementOf(models)),
    ...(emulators.length === 0 ? {} : { emulators }),
  }
  const words = [
    counted(threads.length, 'CPU'),
    counted(numa.length, 'NUMA node'),
    ...(emulators.length === 0 ? [] : [counted(emulators.length, 'architecture')]),
  ]
  return { kind: 'capabilities', title: 'virsh capabilities', summary: words.join(', '), facts, findings: [] }
}

function confinementOf(models: readonly (string | undefined)[]): HostFacts['confinement'] {
  if (models.includes('selinux')) return 'selinux'
  if (models.includes('apparmor')) return 'apparmor'
  return models.length === 0 ? undefined : 'none'
}

function threadsOf(cell: XmlElement, caches: Caches): HostCpu[] {
  const node = wholeNumber(attributeValue(cell, 'id'))
  return elementsAt(cell, 'cpus', 'cpu').flatMap((element): HostCpu[] => {
    const number = (name: string) => wholeNumber(attributeValue(element, name))
    const cpu = number('id')
    if (cpu === undefined) return []
    return [
      {
        cpu,
        ...known('socket', number('socket_id')),
        ...known('die', number('die_id')),
        ...known('core', number('core_id')),
        ...known('node', node),
        ...known('l2', caches.of(2, cpu)),
        ...known('l3', caches.of(3, cpu)),
      },
    ]
  })
}

function nodeOf(cell: XmlElement): HostNumaNode[] {
  const node = wholeNumber(attributeValue(cell, 'id'))
  if (node === undefined) return []
  const cpus = elementsAt(cell, 'cpus', 'cpu').flatMap((cpu) => attributeValue(cpu, 'id') ?? [])
  const memory = childAt(cell, 'memory')
  const pages = elementsAt(cell, 'pages').flatMap((page) => {
    const size = wholeNumber(attributeValue(page, 'size'))
    const total = wholeNumber(ownText(page))
    // Pages of 4 KiB (16 or 64 on some ARM) are plain memory.
    return size === undefined || total === undefined || size < 1024 ? [] : [{ size_kib: size, total }]
  })
  const distances = elementsAt(cell, 'distances', 'sibling').map((one) =>
    wholeNumber(attributeValue(one, 'value')),
  )
  return [
    {
      node,
      ...(cpus.length === 0 ? {} : { cpus: cpus.join(',') }),
      ...known(
        'memory_kib',
        memory && attributeValue(memory, 'unit') === 'KiB' ? wholeNumber(ownText(memory)) : undefined,
      ),
      ...(pages.length === 0 ? {} : { huge_pages: pages }),
      ...(distances.length === 0 ? {} : { distances: distances.map((distance) => distance ?? 10) }),
    },
  ]
}

const kibIn: Readonly<Record<string, number>> = { B: 1 / 1024, KiB: 1, MiB: 1024, GiB: 1024 ** 2 }

/** Which CPU uses which cache. Numbers of banks count for each level. */
class Caches {
  readonly l3Kib: number | undefined
  private readonly bankOf = new Map<string, number>()

  constructor(banks: readonly XmlElement[]) {
    for (const bank of banks) {
      const id = wholeNumber(attributeValue(bank, 'id'))
      const level = wholeNumber(attributeValue(bank, 'level'))
      if (id === undefined || level === undefined || attributeValue(bank, 'type') === 'code') continue
      for (const cpu of parseCpuList(attributeValue(bank, 'cpus') ?? '') ?? [])
        this.bankOf.set(`${level}/${cpu}`, id)
      const size = wholeNumber(attributeValue(bank, 'size'))
      const unit = ownValue(kibIn, attributeValue(bank, 'unit') ?? '')
      if (level === 3 && size !== undefined && unit !== undefined) this.l3Kib ??= Math.round(size * unit)
    }
  }

  of(level: number, cpu: number): number | undefined {
    return this.bankOf.get(`${level}/${cpu}`)
  }
}

function emulatorsOf(guests: readonly XmlElement[]): HostEmulator[] {
  return guests.flatMap((guest): HostEmulator[] => {
    const arch = childAt(guest, 'arch')
    const name = arch && attributeValue(arch, 'name')
    if (arch === undefined || name === undefined || name === '' || textAt(guest, 'os_type') !== 'hvm')
      return []
    const machines = new Set<string>()
    for (const holder of [arch, ...elementsAt(arch, 'domain')]) {
      for (const machine of elementsAt(holder, 'machine')) {
        for (const word of [ownText(machine).trim(), attributeValue(machine, 'canonical') ?? '']) {
          if (word !== '') machines.add(word)
        }
      }
    }
    const types = elementsAt(arch, 'domain').flatMap((domain) => attributeValue(domain, 'type') ?? [])
    return [
      {
        arch: name,
        ...known('path', textAt(arch, 'emulator')),
        ...(machines.size === 0 ? {} : { machines: [...machines] }),
        ...(types.length === 0 ? {} : { domain_types: types }),
      },
    ]
  })
}
