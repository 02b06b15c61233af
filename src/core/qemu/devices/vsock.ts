/** Sockets between host and guest. libvirt manual, Vsock. */
import type { Devices } from '../../domain/index.ts'
import { type Build, idOf, report } from '../build/index.ts'
import { decisionsOf, written } from '../decisions/index.ts'
import { number } from '../properties/codec.ts'
import { given, type Properties, propertyOf } from '../properties/property.ts'
import { virtio } from '../properties/shared.ts'
import { isVirtio, joined, type Reading, takeCommon, takeProperties, virtioModel } from '../reading/index.ts'
import { placedDevice, virtioFlavour } from '../writing/index.ts'
import { deviceDecisions } from './device-decisions.ts'

type Vsock = NonNullable<Devices['vsock']>

const property = propertyOf<Vsock>()

export const vsockDevice: Properties<Vsock> = {
  ...virtio,
  id: given,
  'guest-cid': property('cid.address', number),
}

export const vsockDecisions = decisionsOf<Vsock>([vsockDevice], {
  model: written,
  cid: { auto: written },
  ...deviceDecisions,
})

/** 0 to 2 are the hypervisor's, the local one's and the host's. */
const firstGuestCid = 3

/** The host's vhost_vsock gives a context id to one VM at a time. */
export function renderVsock(build: Build): void {
  const { vsock } = build.devices
  if (vsock === undefined) return
  const path = ['devices', 'vsock']
  const { address, auto } = vsock.cid ?? {}
  if (address === undefined || auto === true)
    report(
      build,
      'qemu.differs',
      [...path, 'cid'],
      `The context id is ${address ?? firstGuestCid}: libvirt would pick a free one. Say another when it is taken.`,
    )
  placedDevice(build, `vhost-vsock${virtioFlavour(vsock.model, vsock.address)}`, path, vsockDevice, vsock, {
    id: idOf(build, vsock.alias, 'vsock0', path),
    'guest-cid': address ?? firstGuestCid,
  })
}

const stem = 'vhost-vsock'

export function readVsock(reading: Reading): void {
  const [option] = reading.devices((driver) => isVirtio(driver, stem))
  if (option === undefined) return
  // What libvirt had opened.
  option.drop('vhostfd')
  reading.put(
    'vsock',
    {
      model: virtioModel(option.peek('driver'), stem),
      ...joined(
        { cid: { auto: option.peek('guest-cid') === undefined } },
        takeProperties(option, vsockDevice),
      ),
      ...takeCommon(reading, option),
    },
    [option],
  )
}
