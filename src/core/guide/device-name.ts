/** What people call a PCI function, out of what lspci prints. */
import { type PciDevice, pciKind } from '../host/index.ts'

/** Vendors as lspci (pci.ids) writes them, and as people do. */
const vendors: readonly (readonly [RegExp, string])[] = [
  [/^Advanced Micro Devices, Inc\. \[AMD(?:\/ATI)?\]\s*/, 'AMD '],
  [/^NVIDIA Corporation\s*/, 'NVIDIA '],
  [/^Intel Corporation\s*/, 'Intel '],
  [/^Samsung Electronics Co Ltd\s*/, 'Samsung '],
  [/^Realtek Semiconductor Co\., Ltd\.\s*/, 'Realtek '],
  [
    /^(\S+)(?: \S+){0,2} (?:Inc\.?|Corporation|Corp\.?|Co\.,? Ltd\.?|Ltd\.?|LLC|GmbH|AG)(?: \[[^\]]*\])?\s+/,
    '$1 ',
  ],
]

/**
 * A short name: `NVIDIA Corporation GK106 [GeForce GTX 660]` is `GeForce GTX 660`, and
 * `Intel Corporation Wireless 7260` is `Intel Wireless 7260`.
 *
 * @returns the class in words when the listing has no name, else the ids
 */
export function deviceName(
  device: Pick<PciDevice, 'name' | 'class_code' | 'class_name' | 'vendor_id' | 'device_id'>,
): string {
  const { name } = device
  if (name === '') return device.class_name || `${device.vendor_id}:${device.device_id}`
  // A graphics chip is known by the card that it is on; brackets of other devices hold other things.
  const card = pciKind(device.class_code) === 'gpu' ? /\[([^\][]+)\]\s*$/.exec(name)?.[1] : undefined
  if (card !== undefined && !/^AMD/.test(card)) return card
  const vendor = vendors.find(([pattern]) => pattern.test(name))
  return vendor === undefined ? name : name.replace(vendor[0], vendor[1])
}
