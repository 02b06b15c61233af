import { describe, expect, it } from 'vitest'
import { devicesWritten, found, written } from '../written-lines.test-helper.ts'

const file = { file: '/var/vms/a,b.img' }
const vda = { dev: 'vda', bus: 'virtio' } as const

/** Without the keys that say where a device sits. */
const bare = (line: string) => line.replace(/,bus=pci[^,]*,(?:multifunction=on,)?addr=[^,]*/, '')
const devicesOf = (...[devices, domain]: Parameters<typeof devicesWritten>) =>
  devicesWritten(devices, domain)
    .filter((line) => /^-device (?:virtio-blk|ide|scsi|usb-(?:storage|bot)|nvme|floppy|isa-fdc)/.test(line))
    .map(bare)

describe('disks', () => {
  it('are block nodes and a device, called as libvirt calls them', () => {
    expect(
      devicesWritten({ disks: [{ driver: { type: 'qcow2' }, source: file, target: vda }] })
        .filter((line) => line.includes('libvirt-1'))
        .map(bare),
    ).toEqual([
      '-blockdev driver=file,filename=/var/vms/a,,b.img,node-name=libvirt-1-storage,auto-read-only=on,discard=unmap',
      '-blockdev driver=qcow2,node-name=libvirt-1-format,read-only=off,file=libvirt-1-storage',
      '-device virtio-blk-pci,drive=libvirt-1-format,id=virtio-disk0,bootindex=1',
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
    const lines = devicesWritten({
      disks: [{ driver, source: file, target: vda, serial: 'S 1', shareable: true }],
    })
    expect(lines.filter((line) => line.includes('libvirt-1')).map(bare)).toEqual([
      '-blockdev driver=file,filename=/var/vms/a,,b.img,aio=native,node-name=libvirt-1-storage,read-only=off,discard=unmap,detect-zeroes=unmap,cache.direct=on,cache.no-flush=off',
      '-device virtio-blk-pci,packed=on,iothread=iothread1,num-queues=4,share-rw=on,drive=libvirt-1-storage,id=virtio-disk0,bootindex=1,write-cache=on,serial=S\\ 1,werror=enospc',
    ])
  })

  it('sit on the bus that is said, with what that bus knows', () => {
    const disks = [
      {
        source: file,
        target: { dev: 'sdb', bus: 'sata', rotation_rate: 1 },
        wwn: '5000c50015ea71aa',
        product: 'WD10',
      },
      { device: 'cdrom', source: file, target: { dev: 'sdc', bus: 'scsi' }, vendor: 'ACME' },
      { source: file, target: { dev: 'sdd', bus: 'usb', removable: true } },
      { device: 'lun', type: 'block', source: { dev: '/dev/sdx' }, target: { dev: 'sde', bus: 'scsi' } },
    ] as const
    const controllers = [{ type: 'scsi', index: 0, model: 'virtio-scsi' }] as const
    const lines = devicesOf({ disks, controllers })
    expect(lines.map((line) => line.replace(/,bus=usb.*/, ''))).toEqual([
      '-device ide-hd,drive=libvirt-4-storage,id=sata0-0-1,bootindex=1,wwn=0x5000c50015ea71aa,rotation_rate=1,model=WD10,bus=ide.1',
      '-device scsi-cd,device_id=drive-scsi0-0-0-2,drive=libvirt-3-storage,id=scsi0-0-0-2,vendor=ACME,bus=scsi0.0,channel=0,scsi-id=0,lun=2',
      '-device scsi-block,drive=libvirt-2-storage,id=scsi0-0-0-4,bus=scsi0.0,channel=0,scsi-id=0,lun=4',
      '-device usb-storage,drive=libvirt-1-storage,id=usb-disk3,removable=on',
    ])
  })

  it('are targets on parallel SCSI and logical units on virtio-scsi', () => {
    const address = { type: 'drive', controller: '0', bus: '0', target: '0', unit: '3' } as const
    const disks = [{ source: file, target: { dev: 'sda', bus: 'scsi' }, address }] as const
    const at = (model: 'lsilogic' | 'virtio-scsi') =>
      devicesOf({ disks, controllers: [{ type: 'scsi', index: 0, model }] })[0]?.replace(/.*,id/, 'id')
    expect(at('lsilogic')).toBe('id=scsi0-0-3,bootindex=1,bus=scsi0.0,scsi-id=3')
    expect(at('virtio-scsi')).toBe('id=scsi0-0-0-3,bootindex=1,bus=scsi0.0,channel=0,scsi-id=0,lun=3')
  })

  it('deal their queues out to I/O threads', () => {
    const driver = { queues: 2, iothreads: [{ id: 1, queues: [{ id: 0 }] }, { id: 2 }] }
    const disks = [{ source: file, target: vda, driver }]
    const line = devicesWritten({ disks }).find((one) => one.startsWith('-device {'))
    expect(line).toContain(
      '"iothread-vq-mapping":[{"iothread":"iothread1","vqs":[0]},{"iothread":"iothread2"}]',
    )
    expect(found({ devices: { disks } }, { qemu: '8.2.0' })).toContain(
      'qemu.unsupported devices.disks.0.driver.iothreads',
    )
  })

  it('have sizes of blocks and a geometry', () => {
    const disk = {
      source: file,
      target: { dev: 'hda', bus: 'ide' },
      blockio: { logical_block_size: 4096, physical_block_size: 8192, discard_granularity: 512 },
      geometry: { cyls: 16383, heads: 16, secs: 63, trans: 'lba' },
    } as const
    expect(devicesOf({ disks: [disk] }, { os: { machine: 'pc' } })).toEqual([
      '-device ide-hd,drive=libvirt-1-storage,id=ide0-0-0,bootindex=1,logical_block_size=4096,physical_block_size=8192,discard_granularity=512,cyls=16383,heads=16,secs=63,bios-chs-trans=lba,bus=ide.0,unit=0',
    ])
  })

  it('come from libvirt’s order of buses and names', () => {
    const disks = [
      { source: file, target: { dev: 'vdb', bus: 'virtio' } },
      { source: file, target: { dev: 'sda', bus: 'sata' } },
      { source: file, target: vda },
    ] as const
    expect(devicesOf({ disks }).map((line) => /id=[^,]*/.exec(line)?.[0])).toEqual([
      'id=virtio-disk0',
      'id=virtio-disk1',
      'id=sata0-0-0',
    ])
  })

  it('have a floppy controller where the mainboard has none', () => {
    const disks = [{ device: 'floppy', source: file, target: { dev: 'fda', bus: 'fdc' } }] as const
    const boot = { os: { boot: [{ dev: 'fd' }] } } as const
    expect(devicesOf({ disks }, boot)).toEqual([
      '-device isa-fdc,bootindexA=1',
      '-device floppy,drive=libvirt-1-storage,id=fdc0-0-0,unit=0',
    ])
    const pc = { os: { ...boot.os, machine: 'pc' } }
    expect(devicesWritten({ disks }, pc)).toContain('-global isa-fdc.bootindexA=1')
  })

  it('are served by another process, or by the slot of a board', () => {
    const socket = {
      type: 'vhostuser',
      source: { path: '/run/blk.sock', reconnect: { enabled: true, timeout: 5 } },
      target: vda,
    } as const
    const lines = (version: string | undefined) =>
      written({ devices: { disks: [socket] } }, version === undefined ? {} : { qemu: version })
    expect(lines(undefined)).toContain(
      '-chardev socket,id=chr-vu-virtio-disk0,path=/run/blk.sock,reconnect-ms=5000',
    )
    expect(lines('8.2.0')).toContain('-chardev socket,id=chr-vu-virtio-disk0,path=/run/blk.sock,reconnect=5')
    const card = { source: file, target: { dev: 'sdb', bus: 'sd' }, readonly: true } as const
    expect(devicesWritten({ disks: [card] }, { os: { arch: 'aarch64', machine: 'vexpress-a9' } })).toContain(
      '-drive file=/var/vms/a,,b.img,format=raw,if=sd,index=1,readonly=on',
    )
    expect(found({ devices: { disks: [card] } })).toContain('qemu.unsupported devices.disks.0.target.bus')
  })

  it('leave out what their bus has not, and say so', () => {
    const disks = [
      { source: file, target: vda, wwn: '5000c50015ea71ab' },
      { source: file, target: { dev: 'sda', bus: 'sata' }, driver: { queues: 2 } },
      { type: 'volume', source: { pool: 'p', volume: 'v' }, target: { dev: 'vdc', bus: 'virtio' } },
    ] as const
    expect(found({ devices: { disks } })).toEqual(
      expect.arrayContaining([
        'qemu.unsupported devices.disks.0.wwn',
        'qemu.unsupported devices.disks.1.driver.queues',
        'qemu.unsupported devices.disks.2.source',
      ]),
    )
  })

  it('take the author’s alias as their id', () => {
    const disk = { source: file, target: vda, alias: { name: 'ua-root' } }
    expect(devicesOf({ disks: [disk] })).toEqual([
      '-device virtio-blk-pci,drive=libvirt-1-storage,id=ua-root,bootindex=1',
    ])
    expect(found({ devices: { disks: [{ ...disk, alias: { name: '1 2' } }] } })).toContain(
      'qemu.text devices.disks.0.alias',
    )
  })
})
