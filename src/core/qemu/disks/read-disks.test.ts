import { describe, expect, it } from 'vitest'
import { readArgv } from '../read.ts'
import { written } from '../written-lines.test-helper.ts'

const read = (line: string) => readArgv(`qemu-system-x86_64 -nodefaults ${line}`).commands[0]?.domain ?? {}
const disksOf = (line: string) => read(line).devices?.disks

/** The block nodes and devices that are written for what is read. */
const again = (line: string) =>
  written(read(line)).filter((one) =>
    /^-(?:blockdev|object (?:secret|throttle)|device \S*(?:blk|ide-|scsi-|usb-storage|floppy|nvme))/.test(
      one,
    ),
  )

const drive = (controller: number, bus: number, unit: number) => ({
  type: 'drive',
  controller: String(controller),
  bus: String(bus),
  target: '0',
  unit: String(unit),
})

describe('disks of a command line', () => {
  it('are a drive and a device', () => {
    expect(
      disksOf(
        '-drive file=/a.qcow2,if=none,id=d0,cache=none,aio=native,discard=unmap -device virtio-blk-pci,drive=d0,serial=S1,bootindex=2',
      ),
    ).toEqual([
      {
        type: 'file',
        device: 'disk',
        driver: { name: 'qemu', type: 'qcow2', cache: 'none', io: 'native', discard: 'unmap' },
        source: { file: '/a.qcow2' },
        target: { dev: 'vda', bus: 'virtio' },
        serial: 'S1',
        boot: { order: 2 },
      },
    ])
  })

  it('are said by short forms, each at its place', () => {
    const places = (line: string) =>
      disksOf(line)?.map(({ device, source, target, address }) => [
        device,
        source?.file ?? source?.dev,
        target?.dev,
        address,
      ])
    expect(places('-hda /a.img -cdrom /b.iso -fda /c.img')).toEqual([
      ['disk', '/a.img', 'hda', drive(0, 0, 0)],
      ['cdrom', '/b.iso', 'hdc', drive(0, 1, 0)],
      ['floppy', '/c.img', 'fda', drive(0, 0, 0)],
    ])
    expect(places('/d.img')).toEqual([['disk', '/d.img', 'hda', drive(0, 0, 0)]])
    expect(places('-machine q35 -drive file=/a.img,media=disk -drive file=/dev/sr0,media=cdrom')).toEqual([
      ['disk', '/a.img', 'sda', drive(0, 0, 0)],
      ['cdrom', '/dev/sr0', 'sdb', drive(0, 0, 1)],
    ])
    expect(places('-drive file=/a.img,if=virtio -drive file=/b.img,if=virtio,index=3')).toEqual([
      ['disk', '/a.img', 'vda', undefined],
      ['disk', '/b.img', 'vdd', undefined],
    ])
  })

  it('stay QEMU’s own where two have one place, since QEMU refuses the second', () => {
    const [command] = readArgv('qemu-system-x86_64 -hda /a.img /d.img').commands
    expect(command?.domain.devices?.disks?.map(({ source }) => source?.file)).toEqual(['/a.img'])
    expect(command?.domain.qemu_arguments).toEqual([{ value: '/d.img' }])
  })

  it('are chains of nodes, by name or one inside the other', () => {
    const named =
      '-blockdev driver=file,filename=/b,node-name=b -blockdev driver=raw,node-name=base,file=b ' +
      '-blockdev driver=qcow2,node-name=top,file.driver=file,file.filename=/a,backing=base ' +
      '-blockdev driver=copy-on-read,node-name=cor,file=top -device ide-hd,bus=ide.1,unit=1,drive=cor'
    const nested = `-blockdev '{"driver":"copy-on-read","node-name":"c","file":{"driver":"qcow2","file":{"driver":"file","filename":"/a"},"backing":{"driver":"raw","file":{"driver":"file","filename":"/b"}}}}' -device ide-hd,bus=ide.1,unit=1,drive=c`
    for (const line of [named, nested])
      expect(disksOf(line)).toMatchObject([
        {
          driver: { type: 'qcow2', copy_on_read: true },
          source: { file: '/a' },
          backing_store: { type: 'file', format: { type: 'raw' }, source: { file: '/b' } },
          target: { dev: 'hdd', bus: 'ide' },
          address: drive(0, 1, 1),
        },
      ])
  })

  it('have the limits of the groups around them', () => {
    expect(
      disksOf(
        '-object throttle-group,id=slow,x-bps-total=1000 -blockdev driver=file,filename=/a,node-name=a ' +
          '-blockdev driver=throttle,node-name=t,throttle-group=slow,file=a -device virtio-blk-pci,drive=t',
      )?.[0]?.iotune,
    ).toEqual({ total_bytes_sec: 1000, group_name: 'slow' })
    expect(disksOf('-drive file=/a.img,if=virtio,throttling.iops-read=5,bps=7')?.[0]?.iotune).toEqual({
      total_bytes_sec: 7,
      read_iops_sec: 5,
    })
  })

  it('are elsewhere', () => {
    const at = (name: string) => disksOf(`-drive file=${name},format=raw,if=virtio`)?.[0]?.source
    expect(at('nbd:nas:10809:exportname=x')).toEqual({
      protocol: 'nbd',
      name: 'x',
      hosts: [{ name: 'nas', port: 10809 }],
    })
    expect(at("'nbd+unix:///x?socket=/run/nbd'")).toEqual({
      protocol: 'nbd',
      name: 'x',
      hosts: [{ transport: 'unix', socket: '/run/nbd' }],
    })
    expect(at('https://h/a.iso?q=1')).toMatchObject({ protocol: 'https', name: '/a.iso', query: 'q=1' })
    expect(at('iscsi://h/iqn.a/2')).toMatchObject({ protocol: 'iscsi', name: 'iqn.a/2' })
    expect(at('ssh://me@h:2222/a.img')).toMatchObject({
      protocol: 'ssh',
      name: '/a.img',
      identity: { username: 'me' },
    })
    expect(at('rbd:pool/image@s:mon_host=a\\\\:1')).toMatchObject({ protocol: 'rbd', snapshot: 's' })
    expect(at(`'json:{"driver":"file",,"filename":"/a"}'`)).toEqual({ file: '/a' })
  })

  it('are kept when something behind them can’t be said', () => {
    const domain = read('-blockdev driver=blkdebug,node-name=x,image=y -device virtio-blk-pci,drive=x')
    expect(domain.devices?.disks).toBeUndefined()
    expect(domain.qemu_arguments?.map(({ value }) => value)).toEqual([
      '-blockdev',
      'driver=blkdebug,node-name=x,image=y',
      '-device',
      // In JSON, since QEMU makes devices in text before those that libvirt writes.
      '{"driver":"virtio-blk-pci","drive":"x"}',
    ])
    expect(read('junk').qemu_arguments).toEqual([{ value: 'junk' }])
  })

  it('keep a property that libvirt does not know', () => {
    const { devices, qemu_overrides: overrides } = read(
      '-drive file=/a.img,if=none,id=d -device virtio-blk-pci,drive=d,x-odd=7',
    )
    expect(devices?.disks).toHaveLength(1)
    expect(overrides?.[0]?.properties).toEqual([{ name: 'x-odd', type: 'unsigned', value: '7' }])
  })

  it('are written as they were read', () => {
    const line = [
      '-object secret,id=libvirt-1-format-encryption-secret0,file=/var/vms/vm/vda.key',
      '-blockdev driver=file,filename=/a,aio=native,node-name=libvirt-1-storage,auto-read-only=on,discard=unmap,cache.direct=on,cache.no-flush=off',
      '-blockdev driver=qcow2,encrypt.format=luks,encrypt.key-secret=libvirt-1-format-encryption-secret0,cache-size=65536,discard-no-unref=on,node-name=libvirt-1-format,read-only=off,discard=unmap,detect-zeroes=on,cache.direct=on,cache.no-flush=off,file=libvirt-1-storage',
      '-device virtio-blk-pci,iommu_platform=on,iothread=iothread1,event_idx=off,num-queues=2,queue-size=128,drive=libvirt-1-format,id=virtio-disk0,bootindex=1,write-cache=on,serial=S1,logical_block_size=512,werror=stop,rerror=ignore,bus=pci.0,addr=0x4',
    ]
    expect(again(`-machine pc ${line.join(' ')}`)).toEqual(line)
  })
})

describe('limits that are none', () => {
  const behind = (name: string, limits: object) => {
    const group = JSON.stringify({ 'qom-type': 'throttle-group', id: `throttle-${name}`, limits })
    const node = JSON.stringify({
      driver: 'throttle',
      'node-name': name,
      'throttle-group': `throttle-${name}`,
      'read-only': false,
      file: {
        driver: 'qcow2',
        discard: 'unmap',
        file: { driver: 'file', filename: '/a.qcow2', aio: 'io_uring', 'node-name': 'f' },
      },
    })
    return `-object '${group}' -blockdev '${node}' -device virtio-blk-pci,drive=${name}`
  }

  it('leave a disk with what its nodes say', () => {
    const [disk] = disksOf(behind('drive-virtio0', {})) ?? []
    expect(disk).toMatchObject({
      source: { file: '/a.qcow2' },
      driver: { type: 'qcow2', io: 'io_uring', discard: 'unmap' },
    })
    expect(disk?.iotune).toBeUndefined()
    expect(read(behind('drive-virtio0', {})).qemu_arguments).toBeUndefined()
  })

  it('are the disk’s own where there are some', () => {
    const [disk] = disksOf(behind('drive-sata1', { 'bps-read': 1048576 })) ?? []
    expect(disk).toMatchObject({ iotune: { read_bytes_sec: 1048576 } })
    expect(disk?.throttlefilters).toBeUndefined()
  })
})
