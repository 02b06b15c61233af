/** Sockets between host and guest. libvirt manual, Vsock. */
import type { Devices } from '../../domain/index.ts'
import { type Build, device, find, idOf, virtioFlavour, virtioOptions } from '../build.ts'
import { placeOf } from '../place.ts'
import { type Said, said } from '../said.ts'
import { deviceSaid, virtioSaid } from './device-said.ts'

export type Vsock = NonNullable<Devices['vsock']>

export const vsockSaid: Said<Vsock> = {
  model: said,
  cid: { auto: said, address: said },
  driver: virtioSaid,
  ...deviceSaid,
}

/** 0 to 2 are the hypervisor's, the local one's and the host's. */
const firstGuestCid = 3

/** The host's vhost_vsock gives a context id to one VM at a time. */
export function renderVsock(build: Build): void {
  const { vsock } = build.devices
  if (vsock === undefined) return
  const path = ['devices', 'vsock']
  const { address, auto } = vsock.cid ?? {}
  if (address === undefined || auto === true)
    find(
      build,
      'qemu.differs',
      [...path, 'cid'],
      `The context id is ${address ?? firstGuestCid}: libvirt would pick a free one. Say another when it is taken.`,
    )
  device(
    build,
    `vhost-vsock${virtioFlavour(vsock.model, vsock.address)}`,
    path,
    virtioOptions(vsock.driver),
    { id: idOf(build, vsock.alias, 'vsock0', path), 'guest-cid': address ?? firstGuestCid },
    placeOf(build, vsock),
  )
}
