/** What libvirt's choices depend on: the architecture and the mainboard of a Domain. */
import { type Board, boardOf, type Domain } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'

export interface Machine {
  /** The architecture that the guest's CPU has. */
  readonly arch: string
  readonly isX86: boolean
  readonly board: Board
  /** As the Domain says it; '' when it does not. */
  readonly name: string
  /** The `virt` board of aarch64 and riscv64. */
  readonly isVirt: boolean
  /** What bus 0 is; undefined for a machine without PCI, or one that this program does not know. */
  readonly root: 'pci' | 'pcie' | undefined
}

/** @param host whose architecture it is when the Domain says none */
export function machineOf({ os }: Domain, host: HostFacts): Machine {
  const arch = os?.arch ?? host.arch ?? 'x86_64'
  const isX86 = arch === 'x86_64' || arch === 'i686'
  const name = os?.machine ?? ''
  const board = isX86 ? boardOf(os?.machine ?? 'pc') : 'other'
  const isVirt =
    board === 'other' &&
    (arch === 'aarch64' || arch === 'riscv64' || arch === 'armv7l') &&
    (name === 'virt' || name === '' || name.startsWith('virt-'))
  const hasOldPci = board === 'pc' || (arch === 'aarch64' && name.startsWith('versatile'))
  return {
    arch,
    isX86,
    board,
    name,
    isVirt,
    root: board === 'q35' || isVirt ? 'pcie' : hasOldPci ? 'pci' : undefined,
  }
}
