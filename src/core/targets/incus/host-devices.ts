/** Devices of the host, and the TPM. */
import { pciAddress, usbId } from '../plain/addresses.ts'
import type { Part } from '../plain/part.ts'
import type { Instance } from './instance.ts'

export function sayHostDevices(instance: Instance): void {
  const { root } = instance.saying
  for (const part of root.parts('devices.hostdevs')) {
    if ((part.text('mode') ?? 'subsystem') !== 'subsystem') continue
    const type = part.text('type')
    if (type === 'pci') sayPci(instance, part)
    else if (type === 'usb') sayUsb(instance, part)
  }
  const [tpm] = root.parts('devices.tpm')
  if (tpm === undefined || (tpm.text('backend.type') ?? 'emulator') !== 'emulator') return
  instance.addDevice('tpm0', 'tpm', tpm, {})
  tpm.pass('backend.type', 'emulator')
  tpm.pass('backend.version', '2.0')
  tpm.pass('model', 'tpm-crb')
}

function sayPci(instance: Instance, part: Part): void {
  const address = pciAddress(part.peek('source'))
  if (address === undefined) return
  for (const key of ['domain', 'bus', 'slot', 'function']) part.take(`source.${key}`, () => true)
  part.pass('mode', 'subsystem')
  part.pass('type', 'pci')
  part.pass('managed', 'yes')
  instance.addDevice(instance.deviceName('pci0'), 'pci', part, { address })
}

function sayUsb(instance: Instance, part: Part): void {
  const ids = { vendorid: usbId(part.peek('source.vendor')), productid: usbId(part.peek('source.product')) }
  if (ids.vendorid === undefined || ids.productid === undefined) return
  for (const key of ['vendor', 'product']) part.take(`source.${key}`, () => true)
  part.pass('mode', 'subsystem')
  part.pass('type', 'usb')
  part.pass('managed', 'yes')
  instance.addDevice(instance.deviceName('usb0'), 'usb', part, ids)
}
