/** Devices of the host, and the TPM. */
import { isRecord } from '../../table/index.ts'
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

/** `0000:01:00.0`; undefined for what is no whole address. */
export function pciAddress(source: unknown): string | undefined {
  if (!isRecord(source)) return undefined
  const numbers = ['domain', 'bus', 'slot', 'function'].map((key) => numberOf(source[key] ?? '0x0'))
  const [domain, bus, slot, inner] = numbers
  if (domain === undefined || bus === undefined || slot === undefined || inner === undefined) return undefined
  if (source['bus'] === undefined || domain > 0xffff || bus > 0xff || slot > 0x1f || inner > 7)
    return undefined
  return `${hex(domain, 4)}:${hex(bus, 2)}:${hex(slot, 2)}.${inner}`
}

function numberOf(held: unknown): number | undefined {
  return /^(?:0x[\da-f]{1,4}|\d{1,5})$/i.test(String(held)) ? Number(held) : undefined
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

function usbId(held: unknown): string | undefined {
  const value = numberOf(held)
  return value === undefined || value > 0xffff ? undefined : hex(value, 4)
}
