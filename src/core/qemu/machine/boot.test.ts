import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, secondsOf } from '../../text/index.ts'
import { renderArgv } from '../index.ts'
import { found, resolvedOf, written } from '../written-lines.test-helper.ts'

const secure = {
  loader: { readonly: true, secure: true, type: 'pflash', value: '/usr/share/OVMF/CODE,4M.fd' },
  nvram: { template: '/usr/share/OVMF/VARS.fd', value: '/var/vms/vm/VARS.fd' },
} as const

describe('firmware', () => {
  it('is a pair of flash chips; what is secure is the chip, not the drive', () => {
    const lines = written({ os: secure })
    expect(lines).toContain('-global driver=cfi.pflash01,property=secure,value=on')
    expect(lines.filter((line) => line.includes('libvirt-pflash0'))).toEqual([
      '-machine q35,usb=off,dump-guest-core=off,memory-backend=pc.ram,acpi=on,pflash0=libvirt-pflash0-format,pflash1=libvirt-pflash1-format',
      '-blockdev driver=file,filename=/usr/share/OVMF/CODE,,4M.fd,node-name=libvirt-pflash0-storage,auto-read-only=on,discard=unmap',
      '-blockdev node-name=libvirt-pflash0-format,read-only=on,driver=raw,file=libvirt-pflash0-storage',
    ])
    expect(lines).toContain(
      '-blockdev node-name=libvirt-pflash1-format,read-only=off,driver=raw,file=libvirt-pflash1-storage',
    )
    expect(renderArgv(resolvedOf({ os: secure })).copies).toEqual([
      { from: '/usr/share/OVMF/VARS.fd', to: '/var/vms/vm/VARS.fd', path: ['os', 'nvram'] },
    ])
  })

  it('is a plain image otherwise, and never found by QEMU itself', () => {
    expect(written({ os: { loader: { value: '/bios.bin' } } })).toContain('-bios /bios.bin')
    expect(found({ os: { firmware: 'efi' } })).toEqual(['qemu.unsupported os.firmware'])
  })
})

/** `-device virtio-blk-pci,…,bootindex=2,…` is `virtio-blk-pci 2`. */
const bootIndex = (line: string) => line.replace(/^-device ([\w-]+),.*bootindex=(\d+).*$/, '$1 $2')

describe('the boot order', () => {
  const disks = [
    { device: 'cdrom', target: { dev: 'sda', bus: 'sata' } },
    { source: { file: '/a' }, target: { dev: 'vda', bus: 'virtio' } },
    { source: { file: '/b' }, target: { dev: 'vdb', bus: 'virtio' } },
  ] as const

  it('goes from the machine’s list to the first device of each kind', () => {
    const lines = written({ os: { boot: [{ dev: 'cdrom' }, { dev: 'hd' }] }, devices: { disks } })
    expect(lines.filter((line) => line.includes('bootindex')).map(bootIndex)).toEqual([
      'ide-cd 1',
      'virtio-blk-pci 2',
    ])
  })

  it('is the devices’ own where they have one', () => {
    const [, root] = disks
    const lines = written({ devices: { disks: [{ ...root, boot: { order: 3 } }] } })
    expect(lines.filter((line) => line.includes('bootindex')).map(bootIndex)).toEqual(['virtio-blk-pci 3'])
  })

  it('has a menu', () => {
    expect(written({ os: { bootmenu: { enable: true, timeout: 3000 } } })).toContain(
      '-boot menu=on,splash-time=3000,strict=on',
    )
  })

  it('is not asked for when a kernel is started directly', () => {
    const lines = written({ os: { kernel: '/k,1', initrd: '/i', cmdline: 'root=/dev/vda a,b' } })
    expect(lines).toEqual(expect.arrayContaining(['-kernel /k,1', '-initrd /i', '-append root=/dev/vda a,b']))
  })
})

describe('the clock', () => {
  it('starts from UTC or local time, and catches up', () => {
    expect(written({ clock: { offset: 'utc' } })).toContain('-rtc base=utc')
    const timers = [
      { name: 'rtc', tickpolicy: 'catchup', track: 'guest' },
      { name: 'pit', tickpolicy: 'delay' },
      { name: 'hpet', present: 'no' },
      { name: 'hypervclock', present: 'yes' },
    ] as const
    const lines = written({ clock: { offset: 'localtime', timers } })
    expect(lines).toContain('-rtc base=localtime,clock=vm,driftfix=slew')
    expect(lines).toContain('-global kvm-pit.lost_tick_policy=delay')
    expect(lines).toContain('-machine q35,usb=off,dump-guest-core=off,memory-backend=pc.ram,hpet=off,acpi=on')
    expect(lines).toContain('-cpu host,migratable=on,hv-time=on')
  })

  it('starts at a fixed second', () => {
    expect(written({ clock: { offset: 'absolute', start: 1767225600 } })).toContain(
      '-rtc base=2026-01-01T00:00:00',
    )
  })

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_000_000_000 }), (seconds) => {
        expect(calendar(seconds)).toBe(new Date(seconds * 1000).toISOString().slice(0, 19))
        expect(secondsOf(calendar(seconds))).toBe(seconds)
      }),
    )
  })
})

describe('events', () => {
  it('are QEMU’s own ways unless said otherwise', () => {
    const usual = { on_poweroff: 'destroy', on_reboot: 'restart', on_crash: 'destroy' } as const
    expect(written(usual)).toEqual(written({}))
    expect(written({ ...usual, on_reboot: 'destroy', on_crash: 'preserve' })).toContain(
      '-action reboot=shutdown,panic=pause',
    )
    expect(found({ on_crash: 'restart' })).toEqual(['qemu.unsupported on_crash'])
  })
})

describe('SMBIOS', () => {
  const sysinfo = {
    system: { manufacturer: 'ACME, Inc.', uuid: '1' },
    processor: [{ socket_destination: 'CPU', external_clock: '100' }],
    oem_strings: ['a,b', 'io.systemd.credential:x=y'],
  }

  it('is written table by table', () => {
    const lines = written({ os: { smbios: 'sysinfo' }, sysinfo })
    expect(lines.filter((line) => line.startsWith('-smbios'))).toEqual([
      '-smbios type=1,manufacturer=ACME,, Inc.,uuid=1',
      '-smbios type=4,sock_pfx=CPU',
      '-smbios type=11,value=a,,b,value=io.systemd.credential:x=y',
    ])
    expect(found({ os: { smbios: 'sysinfo' }, sysinfo })).toEqual([
      'qemu.unsupported sysinfo.processor.0.external_clock',
    ])
  })

  it('has blobs beside it, for the firmware and the guest', () => {
    const entries = [
      { name: 'opt/a', value: 'x,y' },
      { name: 'opt/b', file: '/b' },
    ]
    const lines = written({ sysinfo: { type: 'fwcfg', entries } })
    expect(lines.filter((line) => line.startsWith('-fw_cfg'))).toEqual([
      '-fw_cfg name=opt/a,string=x,,y',
      '-fw_cfg name=opt/b,file=/b',
    ])
  })

  it('stays unseen while os.smbios does not ask for it, as under libvirt', () => {
    expect(written({ sysinfo })).toEqual(written({}))
    expect(found({ sysinfo })).toEqual(['qemu.differs sysinfo'])
  })
})
