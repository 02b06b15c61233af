import { expect, test } from 'vitest'
import { formatPath } from '../finding.ts'
import { applyChanges } from '../spec/apply-changes.ts'
import { readSpecs } from '../spec/index.ts'
import { explainError } from './index.ts'

const [design] = readSpecs(`vms:
  desk:
    ram: 4G
    ssh: {port: 2222}
    libvirt:
      devices:
        disks:
          - {source: {file: /srv/a.qcow2}, driver: {type: qcow2}, target: {dev: vda, bus: virtio}}
          - {source: {file: /srv/b.qcow2}, driver: {type: qcow2}, target: {dev: vdb, bus: virtio}}
        graphics: [{type: spice}]
        video: [{model: qxl, accel3d: true}]
        hostdevs:
          - {type: pci, source: {domain: '0x0000', bus: '0x01', slot: '0x00', function: '0x0'}, managed: false}
          - {type: usb, source: {vendor: '0x046d', product: '0xc52b'}}
`).designs
if (design === undefined) throw new Error('the design of the tests is not read')

/** The first answer: its code, its places, its fix and its command. */
function first(text: string) {
  const [answer] = explainError(text, design).answers
  return answer && [answer.code, answer.places.map(formatPath).join(' '), answer.fix?.title, answer.command]
}

test.each([
  [
    "Cannot access storage file '/srv/b.qcow2': No such file or directory",
    ['why.file-missing', 'libvirt.devices.disks[1].source.file', undefined, 'ls -l /srv/b.qcow2'],
  ],
  [
    "error: Failed to start domain 'desk'\nerror: unsupported configuration: 3d acceleration is supported\nonly with 'virtio' video device",
    ['video.accel3d', 'libvirt.devices.video[0].accel3d', 'Leave 3D acceleration off', undefined],
  ],
  [
    'libvirt.libvirtError: Requested operation is not valid: PCI device 0000:01:00.0 is in use by driver QEMU, domain win10',
    ['why.pci-in-use', 'libvirt.devices.hostdevs[0].source', undefined, 'virsh -c qemu:///system list'],
  ],
  [
    'error: Unmanaged PCI device 0000:01:00.0 must be manually detached from the host',
    [
      'why.pci-unmanaged',
      'libvirt.devices.hostdevs[0].source',
      'Let libvirt take the device from the host',
      undefined,
    ],
  ],
  [
    'Did not find USB device 046d:c52b',
    ['host.usb-missing', 'libvirt.devices.hostdevs[1].source', undefined, 'lsusb'],
  ],
  [
    'qemu-system-x86_64: -device {"driver":"qxl-vga","id":"video0","bus":"pcie.0"}: The display backend does not have OpenGL support enabled',
    ['why.gl', 'libvirt.devices.video[0]', undefined, 'ls -l /dev/dri'],
  ],
  [
    "Failed to bind port 2222 (Address already in use) for option '-t 2222:22'",
    ['why.port-in-use', 'ssh.port', undefined, 'sudo ss -ltnup'],
  ],
])('%s', (text, expected) => {
  expect(first(text)).toEqual(expected)
})

test('a fix changes the design', () => {
  const [answer] = explainError(
    'Unmanaged PCI device 0000:01:00.0 must be manually detached from the host',
    design,
  ).answers
  expect(applyChanges(design.spec, answer?.fix?.changes ?? []).libvirt?.devices?.hostdevs?.[0]?.managed).toBe(
    'yes',
  )
})

test('what is not known is said, without who said it and when', () => {
  const { answers, unknown, mayBeTranslated } = explainError(
    'Nov 29 14:03:12 desk libvirtd[812]: internal error: the flux capacitor is empty',
  )
  expect(answers).toEqual([])
  expect(unknown).toEqual(['the flux capacitor is empty'])
  expect(mayBeTranslated).toBe(false)
})

test('a translated message may be asked for in English', () => {
  const { answers, mayBeTranslated } = explainError('Fehler: Die Domäne »web« läuft bereits')
  expect({ answers, mayBeTranslated }).toEqual({ answers: [], mayBeTranslated: true })
})

test('what is around the messages of a traceback is not looked for', () => {
  const { answers, unknown } =
    explainError(`Error starting domain: Requested operation is not valid: network 'default' is not active

Traceback (most recent call last):
  File "/usr/share/virt-manager/virtManager/asyncjob.py", line 72, in cb_wrapper
    callback(asyncjob, *args, **kwargs)
libvirt.libvirtError: Requested operation is not valid: network 'default' is not active
`)
  expect(answers.map(({ code }) => code)).toEqual(['host.network'])
  expect(unknown).toEqual([])
})

test('a command quotes what the message names', () => {
  const [answer] = explainError(
    "Cannot access storage file '/srv/my $(images)/a.img': No such file or directory",
  ).answers
  expect(answer?.command).toBe("ls -l '/srv/my $(images)/a.img'")
})

test('only the end of a long journal is looked at', () => {
  const { isCut, answers } = explainError(
    `${'kernel: nothing happened\n'.repeat(10_000)}No PCI buses available`,
  )
  expect({ isCut, codes: answers.map(({ code }) => code) }).toEqual({
    isCut: true,
    codes: ['machine.no-pci'],
  })
})

test.each([
  ['quotation marks', "'"],
  ['the beginning of messages', "Cannot access storage file '"],
  ['messages', "Could not open '/a': Permission denied\n"],
  ['prefixes', 'error: '],
  ['blanks', ' \n'],
  ['addresses', '0000:01:00.0: '],
])('a text of nothing but %s takes time as it is long', (_name, piece) => {
  const timeOf = (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length))
    const before = process.cpuUsage()
    explainError(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  timeOf(2000)
  expect(timeOf(128 * 1024)).toBeLessThan(3000)
})
