import { describe, expect, it } from 'vitest'
import type { Domain } from '../../../domain/index.ts'
import { written } from '../../written-lines.test-helper.ts'
import { again, complaints, devicesRead, kept } from '../read-lines.test-helper.ts'

const ofInput =
  /^-(?:object input|chardev (?:spicevmc|dbus),id=char(?:redir|smart)|device (?:usb-(?:tablet|mouse|kbd|hub|redir)|ccid|virtio-(?:tablet|mouse|keyboard|input)))/

/** Inputs alone, without their places. */
function inputs(devices: NonNullable<Domain['devices']>): string[] {
  return written({ devices })
    .filter((one) => ofInput.test(one))
    .map((one) => one.replace(/,(?:bus|addr|port|slot)=[^,]*/g, ''))
}

describe('inputs', () => {
  it('hang on USB or virtio; PS/2 is built in', () => {
    const list = [
      { type: 'tablet' },
      { type: 'keyboard', bus: 'virtio' },
      { type: 'mouse', bus: 'ps2' },
      {
        type: 'evdev',
        source: { dev: '/dev/input/by-id/kbd', grab: 'all', grab_toggle: 'ctrl-ctrl', repeat: true },
      },
      { type: 'passthrough', bus: 'virtio', source: { evdev: '/dev/input/event3' } },
    ] as const
    expect(inputs({ inputs: list })).toEqual([
      '-device usb-tablet,id=input0',
      '-device virtio-keyboard-pci,id=input1',
      '-object input-linux,id=input3,evdev=/dev/input/by-id/kbd,repeat=on,grab_all=on,grab-toggle=ctrl-ctrl',
      '-device virtio-input-host-pci,id=input4,evdev=/dev/input/event3',
    ])
  })

  it('complain of what they don’t have', () => {
    const list = [
      { type: 'tablet', bus: 'ps2' },
      { type: 'mouse', bus: 'virtio', model: 'virtio-transitional' },
      { type: 'keyboard', bus: 'usb', driver: { packed: true } },
    ] as const
    expect(complaints({ inputs: list })).toEqual([
      'qemu.unsupported devices.inputs.0.bus',
      'qemu.unsupported devices.inputs.1.model',
      'qemu.differs devices.inputs.2.driver',
    ])
  })
})

describe('USB from elsewhere', () => {
  const usbdevs = [
    { class: '0x08', vendor: '0x1234', product: '0xbeef', version: '2.56', allow: true },
    { class: '-1', vendor: '-1', product: '-1', version: '-1', allow: false },
  ] as const
  const filter = '0x08:0x1234:0xbeef:0x0256:1|-1:-1:-1:-1:0'

  it('is filtered', () => {
    const redirdev = [{ bus: 'usb', type: 'spicevmc', boot: { order: 2 } }] as const
    expect(inputs({ redirdev, redirfilter: { usbdevs } })).toEqual([
      '-chardev spicevmc,id=charredir0,name=usbredir',
      `-device usb-redir,chardev=charredir0,id=redir0,filter=${filter},bootindex=2`,
    ])
  })

  it('is read with its filter', () => {
    const line = `-chardev spicevmc,id=c,name=usbredir -device 'usb-redir,chardev=c,filter=${filter}'`
    expect(devicesRead(line)).toMatchObject({
      redirdev: [{ bus: 'usb', type: 'spicevmc' }],
      redirfilter: { usbdevs },
    })
    expect(kept('-chardev spicevmc,id=c,name=usbredir -device usb-redir,chardev=c,debug=1')).toEqual([
      'ua-redirdev debug=1',
    ])
  })
})

describe('smartcards', () => {
  it('are the host’s, made of certificates, or the viewer’s', () => {
    expect(inputs({ smartcard: [{ mode: 'host' }] })).toEqual([
      '-device ccid-card-emulated,backend=nss-emulated,id=smartcard0',
    ])
    const certificates = { mode: 'host-certificates', certificates: ['a', 'b', 'c'] } as const
    expect(inputs({ smartcard: [certificates] })).toEqual([
      '-device ccid-card-emulated,backend=certificates,cert1=a,cert2=b,cert3=c,db=/etc/pki/nssdb,id=smartcard0',
    ])
    expect(inputs({ smartcard: [{ mode: 'passthrough', type: 'spicevmc' }] })).toEqual([
      '-chardev spicevmc,id=charsmartcard0,name=smartcard',
      '-device ccid-card-passthru,chardev=charsmartcard0,id=smartcard0',
    ])
  })

  it('are one in each reader', () => {
    const smartcard = [{ mode: 'host' }, { mode: 'host' }] as const
    expect(inputs({ smartcard })).toHaveLength(1)
    expect(complaints({ smartcard })).toEqual(['qemu.unsupported devices.smartcard.1'])
  })

  it('are read', () => {
    const line =
      '-device usb-ccid,id=ccid0 -device ccid-card-emulated,backend=certificates,cert1=a,cert2=b,cert3=c,db=/x'
    expect(devicesRead(line).smartcard).toEqual([
      { mode: 'host-certificates', certificates: ['a', 'b', 'c'], database: '/x' },
    ])
  })
})

describe('inputs of a command line', () => {
  it.each([
    '-device usb-tablet',
    '-device virtio-keyboard-pci,packed=on',
    '-device virtio-input-host-pci,evdev=/dev/input/event3',
    '-object input-linux,id=input0,evdev=/dev/a,repeat=on,grab_all=on,grab-toggle=alt-alt',
  ])('%s is written as it was', (line) => {
    const lines = again(line, 'device', 'object').map((one) =>
      one.replace(/,(?:bus|addr|port)=[^,]*/g, '').replace(/^(-device .*),id=input0/, '$1'),
    )
    expect(lines).toContain(line)
  })

  it('are those of -usbdevice as well', () => {
    expect(devicesRead('-usb -usbdevice tablet -usbdevice keyboard').inputs).toEqual([
      { type: 'tablet', bus: 'usb' },
      { type: 'keyboard', bus: 'usb' },
    ])
    expect(kept('-usbdevice braille')).toEqual(['-usbdevice', 'braille'])
  })
})
