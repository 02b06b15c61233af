import { describe, expect, it } from 'vitest'
import { devicesWritten, found, written } from '../test-support.ts'

const file = { file: '/var/vms/a,b.img' }
const vda = { dev: 'vda', bus: 'virtio' } as const

describe('disks', () => {
  it('are a block node and a device', () => {
    expect(devicesWritten({ disks: [{ driver: { type: 'qcow2' }, source: file, target: vda }] })).toEqual([
      '-blockdev driver=qcow2,node-name=disk0,file.driver=file,file.filename=/var/vms/a,,b.img',
      '-device virtio-blk-pci,id=disk0,drive=disk0',
    ])
  })

  it('say cache, I/O, discard and what virtio can', () => {
    const driver = {
      type: 'raw',
      cache: 'none',
      io: 'native',
      discard: 'unmap',
      detect_zeroes: 'unmap',
      error_policy: 'enospace',
      iothread: 1,
      queues: 4,
      packed: true,
    } as const
    expect(
      devicesWritten({ disks: [{ driver, source: file, target: vda, serial: 'S1', shareable: true }] }),
    ).toEqual([
      '-blockdev driver=raw,node-name=disk0,cache.direct=on,cache.no-flush=off,discard=unmap,detect-zeroes=unmap,file.driver=file,file.filename=/var/vms/a,,b.img,file.aio=native',
      '-device virtio-blk-pci,id=disk0,drive=disk0,serial=S1,write-cache=on,werror=enospc,share-rw=on,iothread=iothread1,num-queues=4,packed=on',
    ])
  })

  it('sit on the bus that is said, with what that bus knows', () => {
    const disks = [
      { source: file, target: { dev: 'sdb', bus: 'sata', rotation_rate: 1 }, wwn: '5000c50015ea71aa' },
      { device: 'cdrom', source: file, target: { dev: 'sdc', bus: 'scsi' } },
      { source: file, target: { dev: 'sdd', bus: 'usb', removable: true } },
      { device: 'lun', type: 'block', source: { dev: '/dev/sdx' }, target: { dev: 'sde', bus: 'scsi' } },
    ] as const
    expect(devicesWritten({ disks }).filter((line) => line.startsWith('-device'))).toEqual([
      '-device ide-hd,id=disk0,drive=disk0,bus=ide.1,wwn=0x5000c50015ea71aa,rotation_rate=1',
      '-device virtio-scsi-pci,id=scsi0',
      '-device scsi-cd,id=disk1,drive=disk1,bus=scsi0.0',
      '-device qemu-xhci,id=usb0',
      '-device usb-storage,id=disk2,drive=disk2,removable=on',
      '-device scsi-block,id=disk3,drive=disk3,bus=scsi0.0',
    ])
  })

  it('use the SCSI controller that is said', () => {
    const controllers = [{ type: 'scsi', index: 0, model: 'virtio-scsi', driver: { queues: 2 } }] as const
    const disks = [{ source: file, target: { dev: 'sda', bus: 'scsi' } }] as const
    expect(devicesWritten({ controllers, disks })).toContain('-device virtio-scsi-pci,id=scsi0,num_queues=2')
    expect(found({ devices: { controllers, disks } })).toEqual([])
    expect(found({ devices: { disks } })).toEqual(['qemu.differs devices.disks.0'])
  })

  it('get an AHCI controller where the mainboard has none, and IDE where it has', () => {
    const disks = [{ source: file, target: { dev: 'sda', bus: 'sata' } }] as const
    const arm = { os: { arch: 'aarch64', machine: 'virt' } }
    expect(devicesWritten({ disks }, arm)).toEqual(
      expect.arrayContaining([
        '-device ich9-ahci,id=sata0',
        '-device ide-hd,id=disk0,drive=disk0,bus=sata0.0',
      ]),
    )
    const ide = [{ source: file, target: { dev: 'hdc', bus: 'ide' } }] as const
    expect(devicesWritten({ disks: ide }, { os: { machine: 'pc' } })).toContain(
      '-device ide-hd,id=disk0,drive=disk0,bus=ide.1,unit=0',
    )
    expect(found({ devices: { disks: ide } })).toEqual(['qemu.differs devices.disks.0.target.bus'])
  })

  it('have limits of their own or of a group', () => {
    const limited = { source: file, iotune: { total_bytes_sec: 1000, group_name: 'slow' } } as const
    const disks = [
      { ...limited, target: vda },
      { ...limited, target: { dev: 'vdb', bus: 'virtio' } },
    ] as const
    expect(devicesWritten({ disks }).filter((line) => line.includes('limit'))).toEqual([
      '-object throttle-group,id=limits-slow,x-bps-total=1000',
      '-blockdev driver=throttle,node-name=limited-disk0,throttle-group=limits-slow,file=disk0',
      '-device virtio-blk-pci,id=disk0,drive=limited-disk0',
      '-blockdev driver=throttle,node-name=limited-disk1,throttle-group=limits-slow,file=disk1',
      '-device virtio-blk-pci,id=disk1,drive=limited-disk1',
    ])
  })

  it('can be elsewhere', () => {
    const hosts = [{ name: 'nas', port: 10809 }]
    const at = (source: object) => devicesWritten({ disks: [{ type: 'network', source, target: vda }] })[0]
    expect(at({ protocol: 'nbd', name: 'x', hosts })).toBe(
      '-blockdev driver=raw,node-name=disk0,file.driver=nbd,file.server.type=inet,file.server.host=nas,file.server.port=10809,file.export=x',
    )
    expect(at({ protocol: 'https', name: '/a.iso', hosts: [{ name: 'h' }], query: 'q=1' })).toBe(
      '-blockdev driver=raw,node-name=disk0,file.driver=https,file.url=https://h/a.iso?q=1',
    )
    const pool = { type: 'volume', source: { pool: 'p', volume: 'v' }, target: vda } as const
    expect(written({ devices: { disks: [pool] } })).toEqual(written({}))
    expect(found({ devices: { disks: [pool] } })).toEqual(['qemu.unsupported devices.disks.0.source'])
  })

  it('keep what is read when asked to', () => {
    const driver = { type: 'qcow2', copy_on_read: true } as const
    expect(devicesWritten({ disks: [{ driver, source: file, target: vda }] })[0]).toBe(
      '-blockdev driver=copy-on-read,node-name=disk0,file.driver=qcow2,file.file.driver=file,file.file.filename=/var/vms/a,,b.img',
    )
  })

  it('are a floppy with a controller of its own', () => {
    const disks = [{ device: 'floppy', source: file, target: { dev: 'fda', bus: 'fdc' } }] as const
    expect(devicesWritten({ disks }, { os: { boot: [{ dev: 'fd' }] } }).slice(1)).toEqual([
      '-device isa-fdc,id=fdc0,bootindexA=1',
      '-device floppy,id=disk0,drive=disk0,unit=0,bus=fdc0.0',
    ])
  })

  it('take the author’s alias as their id', () => {
    const disk = { source: file, target: vda, alias: { name: 'ua-root' } }
    expect(devicesWritten({ disks: [disk] })).toContain('-device virtio-blk-pci,id=ua-root,drive=ua-root')
    expect(found({ devices: { disks: [{ ...disk, alias: { name: '1 2' } }] } })).toEqual([
      'qemu.text devices.disks.0.alias',
    ])
  })
})
