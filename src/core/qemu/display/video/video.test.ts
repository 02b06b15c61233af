import { describe, expect, it } from 'vitest'
import type { Domain } from '../../../domain/index.ts'
import { written } from '../../written-lines.test-helper.ts'
import { again, complaints as complaintsOf, devicesRead, kept } from '../read-lines.test-helper.ts'

type Video = NonNullable<NonNullable<Domain['devices']>['video']>[number]

const driver = /^-device (?:\w+-)*(?:VGA|vga|svga|qxl|gpu|display|ramfb)\b/

/** The cards that are written, without their places. */
function cards(video: readonly Video[], domain: Domain = {}): string[] {
  return written({ ...domain, devices: { video } })
    .filter((one) => driver.test(one))
    .map((one) => one.replace('-device ', '').replace(/,(?:bus|addr)=[^,]*/g, ''))
}

function complaints(...video: readonly Video[]): string[] {
  return complaintsOf({ video })
}

describe('video cards', () => {
  it('convert libvirt’s KiB, and say what libvirt takes when nobody says it', () => {
    expect(cards([{ model: 'qxl', vram: 100000, vram64: 262144, heads: 2 }])).toEqual([
      'qxl-vga,id=video0,max_outputs=2,ram_size=67108864,vram_size=134217728,vram64_size_mb=256,vgamem_mb=16',
    ])
    expect(cards([{ model: 'vga' }])).toEqual(['VGA,id=video0,vgamem_mb=16'])
    expect(cards([{ model: 'vmvga' }])).toEqual(['vmware-svga,id=video0,vgamem_mb=16'])
    expect(cards([{ model: 'bochs', vram: 8192 }])).toEqual(['bochs-display,id=video0,vgamem=8388608'])
    expect(cards([{ model: 'cirrus', vram: 16384 }])).toEqual(['cirrus-vga,id=video0'])
  })

  it('are virtio with or without 3D, with VGA where QEMU has it', () => {
    expect(cards([{ model: 'virtio', accel3d: true, resolution: { x: 1920, y: 1080 } }])).toEqual([
      'virtio-vga-gl,id=video0,max_outputs=1,xres=1920,yres=1080',
    ])
    const aarch64 = { os: { arch: 'aarch64', machine: 'virt' } }
    expect(cards([{ model: 'virtio' }], aarch64)).toEqual(['virtio-gpu-pci,id=video0,max_outputs=1'])
    expect(cards([{ model: 'virtio', device: 'virtio-gpu-gl' }])).toEqual([
      'virtio-gpu-gl-pci,id=video0,max_outputs=1',
    ])
  })

  it('come with the primary one first', () => {
    expect(
      cards([{ model: 'virtio' }, { model: 'qxl', primary: true }]).map((one) => one.slice(0, 24)),
    ).toEqual(['qxl-vga,id=video0,max_ou', 'virtio-gpu-pci,id=video1'])
    expect(complaints({ model: 'vga' }, { model: 'cirrus' })).toEqual([
      'qemu.unsupported devices.video.1.model',
    ])
  })

  it('can be drawn by another process', () => {
    const video = [{ model: 'virtio', driver: { name: 'vhostuser' }, heads: 2 }] as const
    expect(cards(video)).toEqual(['vhost-user-vga,id=video0,max_outputs=2,chardev=chr-vu-video0'])
    expect(written({ devices: { video } })).toContain(
      '-chardev socket,id=chr-vu-video0,path=/var/vms/vm/video0-vhost-user.sock',
    )
    expect(complaints(...video)).toEqual(['qemu.host-setup devices.video.0.driver.name'])
  })

  it('say which knobs they don’t have', () => {
    expect(complaints({ model: 'virtio', vram: 65536, ram: 1 })).toEqual([
      'qemu.differs devices.video.0.vram',
      'qemu.differs devices.video.0.ram',
    ])
    expect(complaints({ model: 'ramfb', resolution: { x: 1, y: 1 } })).toEqual([
      'qemu.differs devices.video.0.resolution',
    ])
    expect(complaints({ model: 'gop' })).toEqual(['qemu.unsupported devices.video.0.model'])
  })
})

describe('video cards of a command line', () => {
  it.each([
    'VGA,vgamem_mb=32,edid=off,xres=800,yres=600',
    'qxl-vga,max_outputs=2,ram_size=67108864,vram_size=134217728,vram64_size_mb=256,vgamem_mb=32',
    'bochs-display,vgamem=8388608',
    'cirrus-vga',
    'ramfb',
    'virtio-vga,ats=on,max_outputs=2,blob=on,edid=off',
    'virtio-vga-gl,max_outputs=1',
    'virtio-gpu-pci,max_outputs=1',
    'virtio-gpu-gl-pci,max_outputs=4',
  ])('%s is written as it was', (card) => {
    const lines = again(`-display none -device ${card}`, 'device').map((one) =>
      one.replace(',id=video0', '').replace(/,(?:bus|addr)=[^,]*/g, ''),
    )
    expect(lines).toContain(`-device ${card}`)
  })

  it('are those of -vga as well, and what a PC has by itself', () => {
    expect(devicesRead('-vga qxl').video).toEqual([{ model: 'qxl', primary: true }])
    expect(devicesRead('', '').video).toEqual([{ model: 'vga', primary: true }])
    expect(devicesRead('-device virtio-vga', '').video).toEqual([{ model: 'virtio' }])
    expect(devicesRead('-device virtio-gpu', '').video).toEqual([
      { model: 'vga', primary: true },
      { model: 'virtio' },
    ])
    expect(devicesRead('-vga none', '').video).toBeUndefined()
  })

  it('stay as they are when libvirt has no such card', () => {
    expect(kept('-device qxl')).toEqual(['-device', '{"driver":"qxl"}'])
    expect(kept('-device ati-vga')).toEqual(['-device', '{"driver":"ati-vga"}'])
    expect(kept('-device virtio-vga,hostmem=1G')).toEqual(['ua-video hostmem=1073741824'])
  })
})
