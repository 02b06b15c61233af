/** The picture of a design: what libvirt makes of it, as a tree. */
import { type Completed, complete } from '../complete/index.ts'
import type { Domain } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'
import type { Resolved } from '../resolve/index.ts'
import { sizeInBytes, sizeText } from '../table/index.ts'
import { busesOf } from './buses.ts'
import { hostGroups } from './host-side.ts'
import type { Picture, PictureNode } from './picture.ts'
import { processorNode } from './processor.ts'

/**
 * What a picture of a design shows: every device of the completed Domain once, on its bus.
 *
 * @param resolved as `resolve` gives it, for libvirt or for QEMU
 * @param host what is known of the host; without it the host's own devices are left out
 */
export function pictureOf(
  { domain, host: filledHost }: Pick<Resolved, 'domain' | 'host'>,
  host: HostFacts | undefined,
  completed: Completed = complete({ domain, host: filledHost }),
): Picture {
  const { machine } = completed
  const { pci, elsewhere } = busesOf(
    completed.domain,
    domain.devices ?? {},
    `${machine.root === 'pcie' ? 'PCIe' : 'PCI'} bus 0`,
    host,
  )
  const memory = elsewhere.filter(({ path }) => path?.[1] === 'memory')
  const screens = elsewhere.filter(({ path }) => path?.[1] === 'graphics' || path?.[1] === 'audio')
  const board = elsewhere.filter((node) => !memory.includes(node) && !screens.includes(node))
  return {
    name: domain.name ?? '',
    about: [domain.os?.machine, machine.arch, domain.os?.firmware === 'efi' ? 'UEFI' : undefined]
      .filter((word) => word !== undefined)
      .join(', '),
    guest: [
      processorNode(completed.domain, host),
      memoryNode(completed.domain, memory),
      ...(pci.length === 0 ? [] : [part('pci', 'PCI and what hangs on it', pci)]),
      ...(board.length === 0 ? [] : [part('board', 'On the mainboard', board)]),
      ...(screens.length === 0 ? [] : [part('screens', 'Screen and sound, seen from outside', screens)]),
    ],
    host: hostGroups(completed.domain, host),
  }
}

function part(id: string, title: string, children: readonly PictureNode[]): PictureNode {
  return { id: `part ${id}`, kind: 'part', title, details: [], children }
}

function memoryNode(domain: Domain, devices: readonly PictureNode[]): PictureNode {
  const { memory, max_memory: most, memory_backing: backing } = domain
  const pages = backing?.hugepages
  return {
    id: 'memory',
    kind: 'part',
    title: 'Memory',
    details: [
      ...(memory?.value === undefined ? [] : [sizeWords(memory.value)]),
      ...(most?.value === undefined ? [] : [`up to ${sizeWords(most.value)}`]),
      ...(pages === undefined ? [] : ['huge pages']),
      ...(backing?.access?.mode === 'shared' ? ['shared'] : []),
      ...(backing?.locked === undefined ? [] : ['locked']),
    ],
    path: ['memory'],
    children: devices,
  }
}

/** Memory of a Domain without a unit is in KiB. */
function sizeWords(size: string): string {
  const bytes = sizeInBytes(size, 1024)
  return bytes === undefined ? size : sizeText(bytes)
}
