import { expect, test } from 'vitest'
import { quotedMessages } from './quoted-messages.ts'

test.each([
  [
    'libvirt 11.3: "disk type of \'vda\' does not support ejectable media", "Invalid bus type \'virtio\' for floppy disk"',
    [
      "libvirt disk type of '{}' does not support ejectable media",
      "libvirt Invalid bus type '{}' for floppy disk",
    ],
  ],
  [
    'libvirt 11.3: "Attempted double use of PCI Address 0000:00:05.0"',
    ['libvirt Attempted double use of PCI Address {}'],
  ],
  [
    'QEMU 10.0 at the start: "-set device.video0.vgamem_mb=32: there is no device "video0" defined"',
    ['QEMU -set device.video0.vgamem_mb={}: there is no device "{}" defined'],
  ],
  ['libvirt 9.0 and 11.3 clamp it (rules.md, "pinning that respects SMT siblings")', []],
  [
    'libvirt 11.3: "cannot set CPU affinity on process …: Invalid argument"',
    ['libvirt cannot set CPU affinity on process {}: Invalid argument'],
  ],
  ['libvirt 11.3: "vcpu 0 can\'t be offline"', ["libvirt vcpu {} can't be offline"]],
  [
    'passt at the start: "Failed to bind port 80 (Permission denied)"',
    ['passt Failed to bind port {} (Permission denied)'],
  ],
  ['the tables say so', []],
])('%s', (source, messages) => {
  expect(quotedMessages(source).map(({ by, says }) => `${by} ${says}`)).toEqual(messages)
})

test('the words that vary are kept as an example', () => {
  expect(quotedMessages('libvirt: "Invalid address type \'pci\' for the disk"')[0]?.example).toEqual(['pci'])
})
